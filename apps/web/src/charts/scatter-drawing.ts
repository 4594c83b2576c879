import type { CanvasSize, ReadToken } from './drawn-canvas.tsx';
import { type PaintedRun, painter } from './run-paint.ts';
import { nonePosition } from './value-axis.ts';

/** In CSS pixels. */
export interface Place {
  x: number;
  y: number;
}

const margin = 7;

const startOf = (hasNone: boolean) => (hasNone ? nonePosition : 0);

export function pixelOf(
  { positions }: PaintedRun,
  x: number,
  y: number,
  { width, height }: CanvasSize,
  hasNone: boolean,
): Place {
  const along = (position: number, length: number) =>
    margin + ((position - startOf(hasNone)) / (1 - startOf(hasNone))) * (length - 2 * margin);
  return { x: along(positions[x] as number, width), y: height - along(positions[y] as number, height) };
}

export const shareAt = (pixel: number, length: number, hasNone: boolean) =>
  startOf(hasNone) + ((pixel - margin) / (length - 2 * margin)) * (1 - startOf(hasNone));

interface Points {
  runs: readonly PaintedRun[];
  x: number;
  y: number;
  hasNone: boolean;
}

export function drawPoints(
  ctx: CanvasRenderingContext2D,
  size: CanvasSize,
  { runs, x, y, hasNone }: Points,
  token: ReadToken,
): void {
  const colour = painter(token);
  const radius = runs.length > 200 ? 1.75 : 2.5;
  for (const run of runs) {
    const at = pixelOf(run, x, y, size, hasNone);
    ctx.globalAlpha = run.isOut ? 0.5 : 0.9;
    ctx.fillStyle = colour(run);
    ctx.beginPath();
    ctx.arc(at.x, at.y, run.isOut ? radius - 0.75 : radius, 0, 2 * Math.PI);
    ctx.fill();
  }
}

export function drawHighlighted(ctx: CanvasRenderingContext2D, run: PaintedRun, at: Place, token: ReadToken): void {
  ctx.beginPath();
  ctx.arc(at.x, at.y, 5.5, 0, 2 * Math.PI);
  ctx.fillStyle = run.isOut ? token('--surface-card') : painter(token)(run);
  ctx.strokeStyle = token('--ink');
  ctx.lineWidth = 2;
  ctx.fill();
  ctx.stroke();
}
