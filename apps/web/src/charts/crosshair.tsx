'use client';

import type { Chart as ChartJs } from 'chart.js';
import type { RefObject } from 'react';
import classes from './chart.module.css';
import type { Drawing } from './drawing.ts';
import { useHoveredStep } from './hovered-step.ts';

interface UprightProps {
  chart: RefObject<ChartJs | undefined>;
  drawing: Drawing;
}

/** The place that the pointer is at on this or another chart of the page. */
export const Crosshair = (props: UprightProps) => <Upright {...props} x={useHoveredStep()} />;

/** An upright line at a place on the x-axis, where that is seen. */
export function Upright({ chart, drawing, x, isPicked }: UprightProps & { x: number | undefined; isPicked?: boolean }) {
  const area = chart.current?.chartArea;
  const scale = chart.current?.scales.x;
  const { view } = drawing;
  if (x === undefined || !area || !scale || x < view.low || x > view.high) return null;
  const { left, top, width, height } = area;
  const share = (x - view.low) / (view.high - view.low);
  return (
    <div
      className={classes.crosshair}
      data-picked={isPicked || undefined}
      style={{ left: left + share * width, top, height }}
    />
  );
}
