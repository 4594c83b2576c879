import type { CriticSurface } from '@duality/shared';
import type { SampleSet } from '../data/sample-set.ts';

/** A square of the plane. */
export interface SurfaceArea {
  low: [number, number];
  high: [number, number];
}

const size = 48;
const arrows = 12;
const shownPoints = 400;

/** The square around the points, with a margin; undefined where they do not lie in the plane. */
export function surfaceAreaOf({ shape, values, count }: SampleSet): SurfaceArea | undefined {
  if (shape.length !== 1 || shape[0] !== 2) return undefined;
  const [low, high] = [
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ];
  for (let i = 0; i < 2 * count; i++) {
    low[i % 2] = Math.min(low[i % 2] as number, values[i] as number);
    high[i % 2] = Math.max(high[i % 2] as number, values[i] as number);
  }
  const [x = 0, y = 0] = [0, 1].map((axis) => ((low[axis] as number) + (high[axis] as number)) / 2);
  const reach = 0.7 * Math.max((high[0] as number) - (low[0] as number), (high[1] as number) - (low[1] as number));
  return { low: [x - reach, y - reach], high: [x + reach, y + reach] };
}

/** Where the critic is scored, [size², 2]: corners included, row by row along x. */
export const surfacePoints = (area: SurfaceArea): Float32Array => gridOf(area, size, (i) => i / (size - 1));

/** Where its gradient is taken, [arrows², 2]: the middles of equal squares. */
export const arrowPoints = (area: SurfaceArea): Float32Array => gridOf(area, arrows, (i) => (i + 0.5) / arrows);

function gridOf({ low, high }: SurfaceArea, side: number, share: (i: number) => number): Float32Array {
  const points = new Float32Array(2 * side * side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const at = 2 * (row * side + column);
      points[at] = low[0] + (high[0] - low[0]) * share(column);
      points[at + 1] = low[1] + (high[1] - low[1]) * share(row);
    }
  }
  return points;
}

/** The surface as it is kept: a few digits of each number, and a few hundred of the points. */
export function describeSurface(
  { low, high }: SurfaceArea,
  { scores, gradients }: { scores: Float32Array; gradients: Float32Array },
  points: { real: ArrayLike<number>; generated: ArrayLike<number> },
): CriticSurface | undefined {
  const numbers = [...scores, ...gradients];
  if (!numbers.every(Number.isFinite)) return undefined;
  return {
    low,
    high,
    size,
    scores: rounded(scores),
    arrows,
    gradients: rounded(gradients),
    real: rounded(Array.from(points.real).slice(0, 2 * shownPoints)),
    generated: rounded(Array.from(points.generated).slice(0, 2 * shownPoints)),
  };
}

/** Points that flew off to infinity are left out by whoever draws. */
const rounded = (numbers: ArrayLike<number>) =>
  Array.from(numbers, (number) => (Number.isFinite(number) ? Number(number.toPrecision(4)) : 0));
