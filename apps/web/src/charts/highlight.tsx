'use client';

import type { Chart as ChartJs } from 'chart.js';
import { type RefObject, useEffect, useRef } from 'react';
import { useHighlightedRun } from '#components/highlighted-run.ts';
import classes from './chart.module.css';
import { readColours } from './colours.ts';
import type { Drawing, Point } from './drawing.ts';

/** The highlighted run's curves over all others, which fade: drawing one line is quick, drawing all anew is not. */
export function Highlight({ chart, drawing }: { chart: RefObject<ChartJs | undefined>; drawing: Drawing }) {
  const runId = useHighlightedRun();
  const canvas = useRef<HTMLCanvasElement>(null);
  const lines = runId === undefined ? [] : drawing.lines.filter((line) => line.runId === runId);
  const isOn = lines.length > 0 && lines.length < drawing.lines.length;

  useEffect(() => {
    const { current: element } = canvas;
    const made = chart.current;
    if (!element || !made || !isOn) return;
    const ratio = made.currentDevicePixelRatio;
    element.width = made.width * ratio;
    element.height = made.height * ratio;
    const ctx = element.getContext('2d');
    if (!ctx) return;
    const { left, top, width, height } = made.chartArea;
    ctx.scale(ratio, ratio);
    ctx.beginPath();
    ctx.rect(left, top, width, height);
    ctx.clip();
    const colour = readColours(element);
    ctx.fillStyle = colour('--surface-card', 0.75);
    ctx.fillRect(left, top, width, height);
    for (const { points, token, alpha, width: line, dash } of [...lines].reverse()) {
      ctx.strokeStyle = colour(token, alpha);
      ctx.lineWidth = line + 1;
      ctx.lineJoin = 'round';
      ctx.setLineDash([...dash]);
      trace(ctx, made, points);
    }
  });

  return <canvas ref={canvas} className={classes.highlight} data-on={isOn || undefined} />;
}

function trace(ctx: CanvasRenderingContext2D, { scales: { x, y } }: ChartJs, points: readonly Point[]): void {
  if (!x || !y) return;
  ctx.beginPath();
  let isDown = false;
  for (const point of points) {
    const isHere = Number.isFinite(point.y);
    const place = [x.getPixelForValue(point.x), y.getPixelForValue(point.y)] as const;
    if (isHere && isDown) ctx.lineTo(...place);
    else if (isHere) ctx.moveTo(...place);
    isDown = isHere;
  }
  ctx.stroke();
}
