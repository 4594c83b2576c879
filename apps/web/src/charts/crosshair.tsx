'use client';

import type { Chart as ChartJs } from 'chart.js';
import type { RefObject } from 'react';
import classes from './chart.module.css';
import type { Drawing } from './drawing.ts';
import { useHoveredStep } from './hovered-step.ts';

/** The place that the pointer is at on this or another chart of the page. */
export function Crosshair({ chart, drawing }: { chart: RefObject<ChartJs | undefined>; drawing: Drawing }) {
  const x = useHoveredStep();
  const area = chart.current?.chartArea;
  const scale = chart.current?.scales.x;
  const { view } = drawing;
  if (x === undefined || !area || !scale || x < view.low || x > view.high) return null;
  const { top, height } = area;
  return <div className={classes.crosshair} style={{ left: scale.getPixelForValue(x), top, height }} />;
}
