import type { SearchPoint, SearchSpace } from '@duality/shared';

/** A function whose minimum is known; tests/bench/sweep has the same by the same name. */
export interface Problem {
  name: string;
  title: string;
  space: SearchSpace;
  valueAt: (point: SearchPoint) => number;
}

const linear = (low: number, high: number) => ({ type: 'number', scale: 'linear', low, high }) as const;
const numbers = (point: SearchPoint) => Object.values(point) as number[];

/** Three equal minima of 0.3979 (Dixon and Szegö, 1978). */
function branin([x = 0, y = 0]: number[]): number {
  const bend = y - (5.1 / (4 * Math.PI ** 2)) * x ** 2 + (5 / Math.PI) * x - 6;
  return bend ** 2 + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
}

const peaks = [
  { height: 1, width: [10, 3, 17, 3.5, 1.7, 8], at: [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886] },
  { height: 1.2, width: [0.05, 10, 17, 0.1, 8, 14], at: [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991] },
  { height: 3, width: [3, 3.5, 1.7, 10, 17, 8], at: [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.665] },
  { height: 3.2, width: [17, 8, 0.05, 10, 0.1, 14], at: [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381] },
];

/** One minimum of −3.3224 (Hartman, 1973, in the form of Dixon and Szegö). */
const hartmann6 = (x: number[]) =>
  -peaks.reduce((sum, { height, width, at }) => {
    const distance = x.reduce((all, xi, i) => all + (width[i] as number) * (xi - (at[i] as number)) ** 2, 0);
    return sum + height * Math.exp(-distance);
  }, 0);

export const problems: readonly Problem[] = [
  {
    name: 'branin',
    title: 'Branin',
    space: { x: linear(-5, 10), y: linear(0, 15) },
    valueAt: (point) => branin(numbers(point)),
  },
  {
    name: 'hartmann6',
    title: 'Hartmann-6',
    space: Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`x${i + 1}`, linear(0, 1)])),
    valueAt: (point) => hartmann6(numbers(point)),
  },
];
