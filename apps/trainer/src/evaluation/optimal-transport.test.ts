import { expect, test } from 'vitest';
import { mean } from './bootstrap.ts';
import { transportCost, transportShares } from './optimal-transport.ts';
import { euclideanDistance, squaredDistance } from './points.ts';
import { normalPoints, shifted } from './test-points.ts';
import { wasserstein1d } from './wasserstein-1d.ts';

function* permutations(items: number[]): Generator<number[]> {
  if (items.length === 0) yield [];
  for (const [i, item] of items.entries())
    for (const rest of permutations(items.toSpliced(i, 1))) yield [item, ...rest];
}

const positive = (count: number, counter: number) => normalPoints(count, 1, counter).map(([x = 0]) => x * x + 0.01);

test.each([euclideanDistance, squaredDistance])('up to 7 points it is the best of all assignments ($name)', (cost) => {
  for (const [counter, n] of [1, 2, 3, 4, 5, 6, 7].entries()) {
    const [x, y] = [normalPoints(n, 3, 2 * counter), normalPoints(n, 3, 2 * counter + 1)];
    let best = Infinity;
    for (const order of permutations(x.map((_, i) => i))) {
      best = Math.min(best, order.reduce((sum, j, i) => sum + cost(x[i] as number[], y[j] as number[]), 0) / n);
    }
    expect(transportCost(x, y, cost)).toBeCloseTo(best, 12);
  }
});

test.each([
  [1, 1],
  [1, 60],
  [60, 1],
  [97, 64],
  [150, 151],
])('on a line it is ∫ |F − G|, weighted or not: %i and %i points', (n, m) => {
  const [x, y] = [normalPoints(n, 1, 1), normalPoints(m, 1, 2)];
  const weights = { x: positive(n, 3), y: positive(m, 4) };
  expect(transportCost(x, y, euclideanDistance)).toBeCloseTo(wasserstein1d(x.flat(), y.flat()), 12);
  const weighted = wasserstein1d(x.flat(), y.flat(), weights.x, weights.y);
  expect(transportCost(x, y, euclideanDistance, weights)).toBeCloseTo(weighted, 12);
});

test('no distance to itself in another order, and the length of the shift to a shifted copy', () => {
  const x = normalPoints(50, 4, 1);
  expect(transportCost(x, x.toReversed(), euclideanDistance)).toBe(0);
  expect(transportCost(x, shifted(x, -2.5), euclideanDistance)).toBeCloseTo(2.5, 12);
  expect(transportCost(x, shifted(x.toReversed(), 3), squaredDistance)).toBeCloseTo(9, 12);
});

test('it is symmetric and obeys the triangle inequality', () => {
  const [x, y, z] = [normalPoints(30, 2, 1), normalPoints(40, 2, 2), normalPoints(25, 2, 3)];
  const distance = (a: number[][], b: number[][]) => transportCost(a, b, euclideanDistance);
  expect(distance(x, y)).toBeCloseTo(distance(y, x), 12);
  expect(distance(x, z)).toBeLessThanOrEqual(distance(x, y) + distance(y, z));
});

test('whole weights are repeated points, and a point of weight 0 is none', () => {
  const [x, y] = [normalPoints(8, 2, 1), normalPoints(9, 2, 2)];
  const weights = [3, 0, 1, 2, 5, 1, 0, 4];
  const repeated = x.flatMap((point, i) => new Array<number[]>(weights[i] as number).fill(point));
  const expected = transportCost(repeated, y, euclideanDistance);
  expect(transportCost(x, y, euclideanDistance, { x: weights })).toBeCloseTo(expected, 12);
});

test('a lattice, where nearly every path ties, comes to an end', () => {
  const lattice = Array.from({ length: 144 }, (_, i) => [i % 12, Math.floor(i / 12)]);
  expect(transportCost(lattice, shifted(lattice, 1), euclideanDistance)).toBeCloseTo(1, 12);
  const [x, y] = [0, 1].map((offset) => lattice.map((_, i) => 1 + ((i + offset) % 3))) as [number[], number[]];
  const repeated = (weights: number[]) =>
    lattice.flatMap((at, i) => new Array<number[]>(weights[i] as number).fill(at));
  const expected = transportCost(repeated(x), repeated(y), euclideanDistance);
  expect(transportCost(lattice, lattice, euclideanDistance, { x, y })).toBeCloseTo(expected, 12);
});

test('512 points to 512 are matched within a second', () => {
  const [x, y] = [normalPoints(512, 2, 1), shifted(normalPoints(512, 2, 2), 1)];
  const start = performance.now();
  const distance = transportCost(x, y, euclideanDistance);
  expect(performance.now() - start).toBeLessThan(1000);
  expect(distance).toBeGreaterThan(0.8);
});

test('what cannot be moved is refused, and NaN stays NaN', () => {
  expect(() => transportCost([], [[1]], euclideanDistance)).toThrow(RangeError);
  expect(() => transportCost([[1]], [[1, 2]], euclideanDistance)).toThrow(RangeError);
  expect(() => transportCost([[1]], [[1]], euclideanDistance, { y: [1, 1] })).toThrow(RangeError);
  expect(transportCost([[Number.NaN]], [[1]], euclideanDistance)).toBeNaN();
});

test('what the points add has the cost for its sum, and no two are above the cost between them', () => {
  const [x, y] = [normalPoints(60, 2, 1), shifted(normalPoints(80, 2, 2), 1)];
  const shares = transportShares(x, y, euclideanDistance);
  expect(mean(shares?.x ?? []) + mean(shares?.y ?? [])).toBeCloseTo(transportCost(x, y, euclideanDistance), 10);
  for (const [i, a] of x.entries()) {
    for (const [j, b] of y.entries()) {
      expect((shares?.x[i] ?? 0) + (shares?.y[j] ?? 0)).toBeLessThanOrEqual(euclideanDistance(a, b) + 1e-9);
    }
  }
  expect(transportShares([[Number.NaN]], [[1]], euclideanDistance)).toBeUndefined();
});
