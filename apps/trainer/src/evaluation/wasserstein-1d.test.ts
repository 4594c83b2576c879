import { expect, test } from 'vitest';
import { normalPoints } from './test-points.ts';
import { wasserstein1d } from './wasserstein-1d.ts';

const [u, v, w] = [normalPoints(30, 1, 1).flat(), normalPoints(17, 1, 2).flat(), normalPoints(23, 1, 3).flat()];

test('a shifted sample is at the distance of its shift', () => {
  const shift = (by: number) => u.map((x) => x + by);
  expect(wasserstein1d(u, u)).toBe(0);
  expect(wasserstein1d(u, shift(1.25))).toBeCloseTo(1.25, 13);
  expect(wasserstein1d(u, shift(-40))).toBeCloseTo(40, 12);
});

test('equally many points are matched in their order', () => {
  const other = normalPoints(30, 1, 4).flat();
  const inOrder = (sample: number[]) => sample.toSorted((a, b) => a - b);
  const matched = inOrder(u).reduce((sum, x, i) => sum + Math.abs(x - (inOrder(other)[i] as number)), 0) / 30;
  expect(wasserstein1d(u, other)).toBeCloseTo(matched, 13);
});

test('it is symmetric and obeys the triangle inequality', () => {
  expect(wasserstein1d(u, v)).toBeCloseTo(wasserstein1d(v, u), 14);
  expect(wasserstein1d(u, w)).toBeLessThanOrEqual(wasserstein1d(u, v) + wasserstein1d(v, w));
});

test('a weight of 3 is three points', () => {
  expect(wasserstein1d([0, 1], v, [3, 1])).toBeCloseTo(wasserstein1d([0, 0, 0, 1], v), 14);
});

test('what cannot be weighed is refused, and NaN stays NaN', () => {
  expect(() => wasserstein1d([], v)).toThrow(RangeError);
  expect(() => wasserstein1d(u, v, [1])).toThrow(RangeError);
  expect(() => wasserstein1d([1, 2], v, [2, -1])).toThrow(RangeError);
  expect(() => wasserstein1d([1, 2], v, [0, 0])).toThrow(RangeError);
  expect(wasserstein1d([1, Number.NaN], v)).toBeNaN();
});
