import { encode } from 'fast-png';
import type { GridImage } from './sample-grid.ts';

/** Where a plot's edges lie, in the units of the data. */
export interface PlotArea {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

const side = 384;
const background = [255, 255, 255] as const;
const realColour = [176, 184, 196] as const;
const generatedColour = [214, 83, 20] as const;

/** The area around `points`, flat [count · dimensions], with a margin; the same for all steps of a run. */
export function areaAround(points: ArrayLike<number>, dimensions: number): PlotArea {
  const range = (axis: number) => {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = axis; i < points.length; i += dimensions) {
      least = Math.min(least, points[i] as number);
      most = Math.max(most, points[i] as number);
    }
    return [least, most] as const;
  };
  const [left, right] = range(0);
  const [bottom, top] = dimensions > 1 ? range(1) : [0, 1];
  const reach = 0.6 * Math.max(right - left, top - bottom, 1e-6); // one scale for both axes
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  return { left: x - reach, right: x + reach, bottom: y - reach, top: y + reach };
}

/**
 * Generated points over real ones, both flat [count · dimensions], as one square picture. Points on a line are drawn as
 * two histograms, real above and generated below.
 */
export function drawSamplePlot(
  generated: ArrayLike<number>,
  real: ArrayLike<number>,
  dimensions: number,
  area: PlotArea,
): GridImage {
  const pixels = new Uint8Array(side * side * 3);
  for (let i = 0; i < pixels.length; i++) pixels[i] = background[i % 3] as number;
  if (dimensions === 1) {
    drawHistogram(pixels, real, area, realColour, 0);
    drawHistogram(pixels, generated, area, generatedColour, side / 2);
  } else {
    drawPoints(pixels, real, dimensions, area, realColour);
    drawPoints(pixels, generated, dimensions, area, generatedColour);
  }
  const png = encode({ width: side, height: side, data: pixels, channels: 3, depth: 8 });
  return { columns: 1, rows: 1, width: side, height: side, png };
}

type Colour = readonly [number, number, number];

function drawPoints(pixels: Uint8Array, points: ArrayLike<number>, dimensions: number, area: PlotArea, colour: Colour) {
  for (let i = 0; i < points.length; i += dimensions) {
    const x = Math.floor((((points[i] as number) - area.left) / (area.right - area.left)) * side);
    const y = Math.floor(((area.top - (points[i + 1] as number)) / (area.top - area.bottom)) * side);
    // A point is a cross of five pixels, so that single ones are seen.
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const)
      paint(pixels, x + dx, y + dy, colour);
  }
}

function drawHistogram(pixels: Uint8Array, points: ArrayLike<number>, area: PlotArea, colour: Colour, top: number) {
  const bins = new Uint32Array(side / 4);
  for (let i = 0; i < points.length; i++) {
    const bin = Math.floor((((points[i] as number) - area.left) / (area.right - area.left)) * bins.length);
    if (bin >= 0 && bin < bins.length) bins[bin] = (bins[bin] as number) + 1;
  }
  const highest = Math.max(...bins, 1);
  for (let x = 0; x < side; x++) {
    const height = Math.round(((bins[Math.floor(x / 4)] as number) / highest) * (side / 2 - 8));
    for (let y = 0; y < height; y++) paint(pixels, x, top + side / 2 - 1 - y, colour);
  }
}

function paint(pixels: Uint8Array, x: number, y: number, colour: Colour): void {
  if (!(x >= 0 && x < side && y >= 0 && y < side)) return; // also what is not a number
  pixels.set(colour, (y * side + x) * 3);
}
