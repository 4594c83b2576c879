import { rampColour, rampTokens } from './colour-ramp.ts';
import { contour } from './contours.ts';
import type { CanvasSize, ReadToken } from './drawn-canvas.tsx';

export interface SurfacePoint {
  id: number;
  /** From 0 to 1 along both axes. */
  x: number;
  y: number;
}

export interface SurfaceGrid {
  columns: number;
  rows: number;
  /** How good each cell is, from 0, the worst, to 1; `[columns][rows]` flat. */
  shares: ArrayLike<number>;
  /** 1 where runs are near. */
  supported: ArrayLike<number>;
  /** Where lines of equal value run, as shares; none over choices. */
  levels: readonly number[];
}

/** Pixels around the surface, as `.sheet` has them: a run at its edge is a whole dot. */
const margin = 8;

export function inset(ctx: CanvasRenderingContext2D, { width, height }: CanvasSize): CanvasSize {
  ctx.translate(margin, margin);
  return { width: width - 2 * margin, height: height - 2 * margin };
}

export function drawCells(
  ctx: CanvasRenderingContext2D,
  { width, height }: CanvasSize,
  { columns, rows, shares, supported }: SurfaceGrid,
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

export function drawContours(
  ctx: CanvasRenderingContext2D,
  { width, height }: CanvasSize,
  { columns, rows, shares, levels }: SurfaceGrid,
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

export function drawPoint(
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
