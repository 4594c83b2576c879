import type { ReadToken } from './drawn-canvas.tsx';
import { axisX, type ParallelFrame, positionY } from './parallel-coordinates.ts';
import { type PaintedRun, painter } from './run-paint.ts';

export function drawLines(
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

export function drawHighlighted(
  ctx: CanvasRenderingContext2D,
  frame: ParallelFrame,
  run: PaintedRun,
  token: ReadToken,
): void {
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
