import type { SearchSpace } from '@duality/shared';
import { expect, test } from 'vitest';
import { bandwidths, createMixture } from './parzen.ts';

const space: SearchSpace = {
  rate: { type: 'number', scale: 'log', low: 1e-4, high: 1 },
  count: { type: 'integer', scale: 'linear', low: 1, high: 9 },
  share: { type: 'number', scale: 'linear', low: 0, high: 1, step: 0.25 },
  kind: { type: 'choice', values: ['a', 'b', 'c'] },
  size: { type: 'integer', scale: 'log', low: 1, high: 64 },
};
const keys = Object.keys(space);
const observed = (i: number) => ({
  rate: 10 ** (-4 * ((i * 0.37) % 1)),
  count: 1 + ((i * 5) % 9),
  share: ((i * 3) % 5) * 0.25,
  kind: ['a', 'b', 'c'][(i * i + Math.floor(i / 2)) % 3] as string,
  size: 1 + ((i * i * 7) % 64),
});

test('densities are those of Optuna 5.0.0, its narrowest kernels halved and equal places in order, as ours are', () => {
  /** Logarithm of the density at observation 2 over that at 38, by the number of observations. */
  const theirs = [
    [0, 0.9345012869510683],
    [1, 0.9578768890078813],
    [2, 0.8090594566735394],
    [5, 4.69600734220298],
    [40, -3.3403646593341048],
  ] as const;
  for (const [count, logRatio] of theirs) {
    const points = Array.from({ length: count }, (_, i) => observed(i));
    const { densityAt } = createMixture(space, keys, points);
    expect(Math.log(densityAt(observed(2)) / densityAt(observed(38))), `${count}`).toBeCloseTo(logRatio, 9);
  }
});

test('a mixture draws what it says: shares of draws are its densities', () => {
  const count: SearchSpace = { count: { type: 'integer', scale: 'linear', low: 1, high: 9 } };
  const { draw, densityAt } = createMixture(count, ['count'], [{ count: 2 }, { count: 3 }, { count: 8 }]);
  const side = 200;
  const drawn = new Map<unknown, number>();
  for (let i = 0; i < side ** 2; i++) {
    const point = draw(Float32Array.of((Math.floor(i / side) + 0.5) / side, ((i % side) + 0.5) / side));
    drawn.set(point.count, (drawn.get(point.count) ?? 0) + 1);
  }
  for (let n = 1; n <= 9; n++) expect((drawn.get(n) ?? 0) / side ** 2, `${n}`).toBeCloseTo(densityAt({ count: n }), 2);
});

test('a kernel reaches to its farther neighbour, within bounds', () => {
  expect(bandwidths([])).toEqual([]);
  expect(bandwidths([0.25])).toEqual([0.75]);
  expect(bandwidths([0.9, 0.1, 0.5])).toEqual([0.4, 0.4, 0.4]);
  expect(bandwidths([0.5, 0.5])).toEqual([0.125, 0.125]);
});
