'use client';

import { type PointerEvent, useCallback } from 'react';
import { highlightedRun, useHighlightedRun } from '#components/highlighted-run.ts';
import { rampColour, rampTokens } from './colour-ramp.ts';
import { contour } from './contours.ts';
import { type CanvasSize, type Draw, DrawnCanvas, type ReadToken } from './drawn-canvas.tsx';
import { nearestPoint } from './nearest-point.ts';
import classes from './surface-plot.module.css';
import { ticksOf, type ValueAxis } from './value-axis.ts';

export interface SurfacePoint {
  id: number;
  /** From 0 to 1 along both axes. */
  x: number;
  y: number;
}

interface SurfacePlotProps {
  x: ValueAxis;
  y: ValueAxis;
  columns: number;
  rows: number;
  /** How good each cell is, from 0, the worst, to 1; `[columns][rows]` flat. */
  shares: ArrayLike<number>;
  /** 1 where runs are near. */
  supported: ArrayLike<number>;
  /** Where lines of equal value run, as shares; none over choices. */
  levels: readonly number[];
  points: readonly SurfacePoint[];
  label: string;
}

/** What is expected over two parameters, hatched where no run is near, with the runs on it. */
export function SurfacePlot(props: SurfacePlotProps) {
  const { x, y, columns, rows, shares, supported, levels, points, label } = props;
  const highlighted = useHighlightedRun();
  const draw = useCallback<Draw>(
    (ctx, whole, token) => {
      const size = inset(ctx, whole);
      drawCells(ctx, size, { columns, rows, shares, supported }, token);
      drawContours(ctx, size, { columns, rows, shares, levels }, token);
      for (const one of points) drawPoint(ctx, size, one, 3.5, token);
    },
    [columns, rows, shares, supported, levels, points],
  );
  const run = points.find(({ id }) => id === highlighted);
  const drawOver = useCallback<Draw>(
    (ctx, size, token) => run && drawPoint(ctx, inset(ctx, size), run, 7, token),
    [run],
  );
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const placed = points.map(({ id, x: atX, y: atY }) => ({ id, x: atX * width, y: (1 - atY) * height }));
    highlightedRun.set(nearestPoint(placed, event.clientX - left, event.clientY - top, 14));
  };
  return (
    <div className={classes.frame}>
      <span className={classes.yTitle}>{y.title}</span>
      <div className={classes.yTicks}>
        {ticksOf(y).map(({ position, label: text }) => (
          <span key={text} style={{ bottom: `${100 * position}%` }}>
            {text}
          </span>
        ))}
      </div>
      <div className={classes.plot} onPointerMove={point} onPointerLeave={() => highlightedRun.set(undefined)}>
        <div className={classes.sheet}>
          <DrawnCanvas draw={draw} drawOver={drawOver} label={label} />
        </div>
      </div>
      <div className={classes.xTicks}>
        {ticksOf(x, 4).map(({ position, label: text }) => (
          <span key={text} style={{ left: `${100 * position}%` }}>
            {text}
          </span>
        ))}
      </div>
      <span className={classes.xTitle}>{x.title}</span>
    </div>
  );
}

/** Pixels around the surface, as `.sheet` has them: a run at its edge is a whole dot. */
const margin = 8;

function inset(ctx: CanvasRenderingContext2D, { width, height }: CanvasSize): CanvasSize {
  ctx.translate(margin, margin);
  return { width: width - 2 * margin, height: height - 2 * margin };
}

type Grid = Pick<SurfacePlotProps, 'columns' | 'rows' | 'shares'>;

function drawCells(
  ctx: CanvasRenderingContext2D,
  { width, height }: CanvasSize,
  { columns, rows, shares, supported }: Grid & Pick<SurfacePlotProps, 'supported'>,
  token: ReadToken,
): void {
  const stops = rampTokens.map(token);
  const [wide, high] = [width / columns, height / rows];
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const at = column * rows + row;
      const [left, top] = [column * wide, height - (row + 1) * high];
      ctx.globalAlpha = supported[at] ? 1 : 0.35;
      ctx.fillStyle = rampColour(shares[at] as number, stops);
      // Half a pixel over the edge, or seams show.
      ctx.fillRect(left, top, Math.min(wide + 0.5, width - left), Math.min(high + 0.5, height - top));
    }
  }
  ctx.globalAlpha = 1;
  hatch(
    ctx,
    { width, height },
    (column, row) => !supported[column * rows + row],
    columns,
    rows,
    token('--surface-card'),
  );
}

function hatch(
  ctx: CanvasRenderingContext2D,
  { width, height }: CanvasSize,
  isHatched: (column: number, row: number) => boolean,
  columns: number,
  rows: number,
  colour: string,
): void {
  ctx.save();
  ctx.beginPath();
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      if (isHatched(column, row))
        ctx.rect((column * width) / columns, height - ((row + 1) * height) / rows, width / columns, height / rows);
    }
  }
  ctx.clip();
  ctx.beginPath();
  for (let from = -height; from < width; from += 7) {
    ctx.moveTo(from, height);
    ctx.lineTo(from + height, 0);
  }
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.restore();
}

function drawContours(
  ctx: CanvasRenderingContext2D,
  { width, height }: CanvasSize,
  { columns, rows, shares, levels }: Grid & { levels: readonly number[] },
  token: ReadToken,
): void {
  ctx.beginPath();
  for (const level of levels) {
    for (const { from, to } of contour(shares, columns, rows, level)) {
      ctx.moveTo(((from[0] + 0.5) / columns) * width, (1 - (from[1] + 0.5) / rows) * height);
      ctx.lineTo(((to[0] + 0.5) / columns) * width, (1 - (to[1] + 0.5) / rows) * height);
    }
  }
  ctx.globalAlpha = 0.6;
  ctx.strokeStyle = token('--surface-card');
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.globalAlpha = 1;
}

function drawPoint(
  ctx: CanvasRenderingContext2D,
  { width, height }: CanvasSize,
  { x, y }: SurfacePoint,
  radius: number,
  token: ReadToken,
): void {
  ctx.beginPath();
  ctx.arc(x * width, (1 - y) * height, radius, 0, 2 * Math.PI);
  ctx.fillStyle = token('--surface-card');
  ctx.strokeStyle = token('--ink');
  ctx.lineWidth = radius > 5 ? 3 : 1.5;
  ctx.fill();
  ctx.stroke();
}
