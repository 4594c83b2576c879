import type { CriticSurface } from '@duality/shared';
import { rampColour } from './colour-ramp.ts';
import { contour } from './contours.ts';
import { arrowsOf, byColumns, type SurfaceReading } from './critic-surface.ts';
import type { CanvasSize, ReadToken } from './drawn-canvas.tsx';
import { longColour } from './with-alpha.ts';

/** From what the critic takes for generated to what it takes for real; the middle is the page. */
const surfaceTokens = ['--chart-second', '--surface-card', '--chart-line'] as const;

const shades = 256;
const fieldAlpha = 0.82;

/** Scores as colours, lines of equal score, both kinds of points, and arrows along the gradient. */
export function drawCriticSurface(
  ctx: CanvasRenderingContext2D,
  size: CanvasSize,
  surface: CriticSurface,
  reading: SurfaceReading,
  token: ReadToken,
): void {
  drawField(ctx, size, surface, reading, token);
  drawLevels(ctx, size, surface, reading, token);
  drawDots(ctx, size, surface, surface.real, { fill: token('--surface-card'), line: token('--chart-line') });
  drawDots(ctx, size, surface, surface.generated, {
    fill: token('--chart-second'),
    line: token('--surface-card'),
  });
  drawArrows(ctx, size, surface, reading, token);
}

/** One pixel a score on a small canvas, which is then stretched: the browser blends between them. */
function drawField(
  ctx: CanvasRenderingContext2D,
  { width, height }: CanvasSize,
  { size, scores }: CriticSurface,
  { centre, reach }: SurfaceReading,
  token: ReadToken,
): void {
  const stops = surfaceTokens.map((name) => longColour(token(name)));
  const palette = Array.from({ length: shades }, (_, i) =>
    (rampColour(i / (shades - 1), stops).match(/\d+/g) ?? []).map(Number),
  );
  const small = new OffscreenCanvas(size, size);
  const pixels = new ImageData(size, size);
  for (let i = 0; i < size * size; i++) {
    const share = 0.5 + ((scores[i] as number) - centre) / (2 * reach);
    const shade = palette[Math.round(Math.min(1, Math.max(0, share)) * (shades - 1))] ?? [];
    // The first row of scores is the lowest of the plane, the first of a picture the highest.
    const at = (size - 1 - Math.floor(i / size)) * size + (i % size);
    pixels.data.set([...shade, 255], 4 * at);
  }
  small.getContext('2d')?.putImageData(pixels, 0, 0);
  ctx.save();
  ctx.globalAlpha = fieldAlpha;
  ctx.imageSmoothingEnabled = true;
  ctx.imageSmoothingQuality = 'high';
  // Scores were measured at the corners too, where the middles of the outermost pixels have to lie.
  ctx.drawImage(small, 0.5, 0.5, size - 1, size - 1, 0, 0, width, height);
  ctx.restore();
}

function drawLevels(
  ctx: CanvasRenderingContext2D,
  { width, height }: CanvasSize,
  surface: CriticSurface,
  { levels }: SurfaceReading,
  token: ReadToken,
): void {
  const heights = byColumns(surface);
  const cells = surface.size - 1;
  ctx.save();
  ctx.beginPath();
  for (const level of levels) {
    for (const { from, to } of contour(heights, surface.size, surface.size, level)) {
      ctx.moveTo((from[0] / cells) * width, (1 - from[1] / cells) * height);
      ctx.lineTo((to[0] / cells) * width, (1 - to[1] / cells) * height);
    }
  }
  ctx.globalAlpha = 0.22;
  ctx.strokeStyle = token('--ink');
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.restore();
}

interface DotLook {
  fill: string;
  line: string;
}

function drawDots(
  ctx: CanvasRenderingContext2D,
  size: CanvasSize,
  surface: CriticSurface,
  points: readonly number[],
  { fill, line }: DotLook,
): void {
  const radius = size.width < 300 ? 1.75 : 2.5;
  ctx.save();
  ctx.fillStyle = fill;
  ctx.strokeStyle = line;
  ctx.lineWidth = 1;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const { x, y } = placeOf(surface, size, points[i] as number, points[i + 1] as number);
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
  }
  ctx.restore();
}

/** As long as the gradient is steep; what is steeper than nearly all others is no longer than these. */
function drawArrows(
  ctx: CanvasRenderingContext2D,
  size: CanvasSize,
  surface: CriticSurface,
  { steep }: SurfaceReading,
  token: ReadToken,
): void {
  if (steep === 0) return;
  const longest = (0.78 * size.width) / surface.arrows;
  ctx.save();
  ctx.globalAlpha = 0.62;
  ctx.strokeStyle = token('--ink');
  ctx.fillStyle = token('--ink');
  ctx.lineWidth = 1;
  for (const { x, y, dx, dy } of arrowsOf(surface)) {
    const slope = Math.hypot(dx, dy);
    const length = longest * Math.min(1, slope / steep);
    if (length < 1.5) continue;
    const middle = placeOf(surface, size, x, y);
    // Upwards in the plane is downwards on the canvas.
    drawArrow(ctx, middle, { x: (dx / slope) * length, y: (-dy / slope) * length });
  }
  ctx.restore();
}

interface Place {
  x: number;
  y: number;
}

function drawArrow(ctx: CanvasRenderingContext2D, { x, y }: Place, along: Place): void {
  const [endX, endY] = [x + along.x / 2, y + along.y / 2];
  const length = Math.hypot(along.x, along.y);
  const head = Math.min(4, length / 2) / length;
  const [backX, backY] = [along.x * head, along.y * head];
  ctx.beginPath();
  ctx.moveTo(x - along.x / 2, y - along.y / 2);
  ctx.lineTo(endX - backX / 2, endY - backY / 2);
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(endX, endY);
  ctx.lineTo(endX - backX - backY * 0.5, endY - backY + backX * 0.5);
  ctx.lineTo(endX - backX + backY * 0.5, endY - backY - backX * 0.5);
  ctx.fill();
}

function placeOf({ low, high }: CriticSurface, { width, height }: CanvasSize, x: number, y: number): Place {
  const share = (value: number, axis: 0 | 1) =>
    (value - (low[axis] as number)) / ((high[axis] as number) - (low[axis] as number));
  return { x: share(x, 0) * width, y: (1 - share(y, 1)) * height };
}
