'use client';

import { type PointerEvent, useCallback, useMemo } from 'react';
import { highlightedRun, useHighlightedRun } from '#components/highlighted-run.ts';
import { AxisColumn } from './axis-column.tsx';
import { type Draw, DrawnCanvas } from './drawn-canvas.tsx';
import { type AxisBrush, nearestLine } from './parallel-coordinates.ts';
import { drawHighlighted, drawLines } from './parallel-drawing.ts';
import classes from './parallel-plot.module.css';
import { inPaintOrder, type PaintedRun } from './run-paint.ts';
import type { ValueAxis } from './value-axis.ts';

interface ParallelPlotProps {
  axes: readonly ValueAxis[];
  runs: readonly PaintedRun[];
  brushOf: (by: string) => AxisBrush | undefined;
  onBrush: (by: string, brush: AxisBrush | undefined) => void;
  label: string;
}

/** A line for each run across one axis a value; dragging along an axis brushes it. */
export function ParallelPlot({ axes, runs, brushOf, onBrush, label }: ParallelPlotProps) {
  const highlighted = useHighlightedRun();
  const hasNone = axes.some((axis) => axis.hasNone);
  const ordered = useMemo(() => inPaintOrder(runs), [runs]);
  const draw = useCallback<Draw>(
    (ctx, size, token) => drawLines(ctx, { ...size, axes: axes.length, hasNone }, ordered, token),
    [axes.length, hasNone, ordered],
  );
  const run = runs.find(({ id }) => id === highlighted);
  const drawOver = useCallback<Draw>(
    (ctx, size, token) => run && drawHighlighted(ctx, { ...size, axes: axes.length, hasNone }, run, token),
    [axes.length, hasNone, run],
  );
  const point = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 0) return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const frame = { width, height, axes: axes.length, hasNone };
    highlightedRun.set(nearestLine(runs, frame, event.clientX - left, event.clientY - top));
  };
  return (
    <div className={classes.plot} onPointerMove={point} onPointerLeave={() => highlightedRun.set(undefined)}>
      <DrawnCanvas draw={draw} drawOver={drawOver} label={label} />
      {axes.map((axis, at) => (
        <AxisColumn
          key={axis.by}
          axis={axis}
          at={at}
          frame={{ ...percent, axes: axes.length, hasNone }}
          brush={brushOf(axis.by)}
          onBrush={(brush) => onBrush(axis.by, brush)}
        />
      ))}
    </div>
  );
}

/** What lies over the canvas is placed by shares, whatever size it has at the moment. */
const percent = { width: 100, height: 100 };
