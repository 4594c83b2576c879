'use client';

import { type PointerEvent, useCallback, useMemo, useState } from 'react';
import { highlightedRun, useHighlightedRun } from '#components/highlighted-run.ts';
import { type Draw, DrawnCanvas, type ReadToken } from './drawn-canvas.tsx';
import {
  type AxisBrush,
  axisX,
  brushBetween,
  brushedStretch,
  nearestLine,
  type ParallelFrame,
  positionAt,
  positionY,
} from './parallel-coordinates.ts';
import classes from './parallel-plot.module.css';
import { inPaintOrder, type PaintedRun, painter } from './run-paint.ts';
import { nonePosition, positionOn, ticksOf, type ValueAxis } from './value-axis.ts';

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

interface AxisColumnProps {
  axis: ValueAxis;
  at: number;
  frame: ParallelFrame;
  brush: AxisBrush | undefined;
  onBrush: (brush: AxisBrush | undefined) => void;
}

/** A drag shorter than this part of the height takes the brush away. */
const clickPercent = 1.5;

function AxisColumn({ axis, at, frame, brush, onBrush }: AxisColumnProps) {
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const yOf = (event: PointerEvent<HTMLDivElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    return (100 * (event.clientY - top)) / height;
  };
  const dragged = drag && brushBetween(axis, positionAt(frame, drag.from), positionAt(frame, drag.to));
  const stretch = drag
    ? { from: positionAt(frame, drag.from), to: positionAt(frame, drag.to) }
    : brush && brushedStretch(axis, brush);
  const end = () => {
    if (drag) onBrush(Math.abs(drag.to - drag.from) < clickPercent ? undefined : dragged);
    setDrag(undefined);
  };
  const [top, bottom] = [positionY(frame, 1), positionY(frame, 0)];
  return (
    <div
      className={classes.axis}
      style={{ left: `${axisX(frame, at)}%` }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: yOf(event), to: yOf(event) });
      }}
      onPointerMove={(event) => drag && setDrag({ ...drag, to: yOf(event) })}
      onPointerUp={end}
      onPointerCancel={() => setDrag(undefined)}
      data-axis={axis.by}
    >
      <div className={classes.line} style={{ top: `${top}%`, height: `${bottom - top}%` }} />
      {ticksOf(axis).map(({ position, label }) => (
        <span key={label} className={classes.tick} style={{ top: `${positionY(frame, position)}%` }}>
          {label}
        </span>
      ))}
      {axis.hasNone && (
        <span className={classes.tick} style={{ top: `${positionY(frame, nonePosition)}%` }}>
          none
        </span>
      )}
      {stretch && <Stretch frame={frame} {...stretch} />}
      {!drag && brush?.among?.map((value) => <Chosen key={value} axis={axis} value={value} frame={frame} />)}
    </div>
  );
}

function Stretch({ frame, from, to }: { frame: ParallelFrame; from: number; to: number }) {
  const [a, b] = [positionY(frame, from), positionY(frame, to)];
  return (
    <div className={classes.brush} style={{ top: `${Math.min(a, b)}%`, height: `max(3px, ${Math.abs(a - b)}%)` }} />
  );
}

/** Around the place of a choice. */
const chosenPercent = 3;

function Chosen({ axis, value, frame }: { axis: ValueAxis; value: string; frame: ParallelFrame }) {
  const place = positionY(frame, value === 'none' ? nonePosition : positionOn(axis, value));
  return (
    <div className={classes.brush} style={{ top: `${place - chosenPercent}%`, height: `${2 * chosenPercent}%` }} />
  );
}

function drawLines(
  ctx: CanvasRenderingContext2D,
  frame: ParallelFrame,
  runs: readonly PaintedRun[],
  token: ReadToken,
): void {
  const colour = painter(token);
  const seen = runs.filter(({ isOut }) => !isOut).length;
  ctx.lineJoin = 'round';
  for (const run of runs) {
    // Many lines are thinner and let each other through.
    ctx.globalAlpha = run.isOut ? 0.45 : Math.max(0.35, Math.min(0.9, 60 / seen));
    stroke(ctx, frame, run, colour(run), run.isOut ? 0.75 : seen > 150 ? 1 : 1.5);
  }
}

function drawHighlighted(ctx: CanvasRenderingContext2D, frame: ParallelFrame, run: PaintedRun, token: ReadToken): void {
  ctx.lineJoin = 'round';
  stroke(ctx, frame, { ...run, look: undefined }, token('--surface-card'), 7);
  stroke(ctx, frame, run, run.isOut ? token('--ink-soft') : painter(token)(run), 3.5);
}

function stroke(
  ctx: CanvasRenderingContext2D,
  frame: ParallelFrame,
  { positions, look, isOut }: PaintedRun,
  colour: string,
  width: number,
): void {
  ctx.beginPath();
  for (const [axis, position] of positions.entries()) ctx.lineTo(axisX(frame, axis), positionY(frame, position));
  ctx.setLineDash(look && !isOut ? [...look.dash] : []);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke();
}
