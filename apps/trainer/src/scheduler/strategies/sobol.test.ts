import { type Observation, runConfigKeys, type SearchSpace } from '@duality/shared';
import { expect, test } from 'vitest';
import { scramble, sobol, sobolBits } from './sobol.ts';
import { directionsOf, mostDimensions } from './sobol-directions.ts';
import type { Search } from './strategy.ts';

/** Coordinates of the dimensions 0, 1, 2, 9, 23 and 47 by the index of the point: scipy.stats.qmc.Sobol(48, scramble=False). */
const theirs: [number, number[]][] = [
  [0, [0, 0, 0, 0, 0, 0]],
  [1, [0.5, 0.5, 0.5, 0.5, 0.5, 0.5]],
  [2, [0.75, 0.25, 0.25, 0.75, 0.25, 0.25]],
  [3, [0.25, 0.75, 0.75, 0.25, 0.75, 0.75]],
  [5, [0.875, 0.875, 0.125, 0.125, 0.375, 0.625]],
  [8, [0.1875, 0.3125, 0.9375, 0.3125, 0.9375, 0.3125]],
  [100, [0.4140625, 0.2578125, 0.7734375, 0.6953125, 0.4921875, 0.7109375]],
  [255, [0.00390625, 0.99609375, 0.76953125, 0.35546875, 0.22265625, 0.10546875]],
];

const plane: SearchSpace = {
  x: { type: 'number', scale: 'linear', low: 0, high: 1 },
  y: { type: 'number', scale: 'linear', low: 0, high: 1 },
};

/** As many points as are asked for, each proposed with those before it known. */
function propose(count: number, space: SearchSpace, seed = 0) {
  const search: Search & { observations: Observation[] } = { space, direction: 'minimise', seed, observations: [] };
  for (let i = 0; i < count; i++) {
    const params = sobol(search);
    if (params) search.observations.push({ params, value: 0, state: 'completed' });
  }
  return search.observations.map(({ params }) => params);
}

test('unscrambled points are those of SciPy', () => {
  for (const [index, coordinates] of theirs) {
    const ours = [0, 1, 2, 9, 23, 47].map((dimension) => sobolBits(index, dimension) * 2 ** -32);
    expect(ours, `point ${index}`).toEqual(coordinates);
  }
});

test('no two dimensions are alike, and there is one for every parameter', () => {
  const all = Array.from({ length: mostDimensions }, (_, i) => directionsOf(i).join());
  expect(new Set(all).size).toBe(mostDimensions);
  expect(mostDimensions).toBeGreaterThan(runConfigKeys.length);
});

test('scrambling moves each half, quarter, eighth … as a whole', () => {
  for (const bits of [1, 4, 12]) {
    const stretches = Array.from({ length: 2 ** bits }, (_, i) => {
      const [low, high] = [i * 2 ** (32 - bits), (i + 1) * 2 ** (32 - bits) - 1].map(
        (place) => scramble(place, 77) >>> (32 - bits),
      );
      expect(low).toBe(high);
      return low;
    });
    expect(new Set(stretches).size).toBe(2 ** bits);
  }
});

test('64 scrambled points lie one to each cell of every grid of 64 cells', () => {
  const points = propose(64, plane, 5) as { x: number; y: number }[];
  for (const columns of [1, 2, 4, 8, 16, 32, 64]) {
    const cells = points.map(({ x, y }) => `${Math.floor(x * columns)} ${Math.floor((y * 64) / columns)}`);
    expect(new Set(cells).size, `${columns} columns`).toBe(64);
  }
});

test('another seed gives other points, the same seed the same', () => {
  expect(propose(4, plane, 1)).toEqual(propose(4, plane, 1));
  expect(propose(4, plane, 2)).not.toEqual(propose(4, plane, 1));
});
