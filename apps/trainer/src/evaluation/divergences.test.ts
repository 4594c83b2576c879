import { expect, test } from 'vitest';
import { jensenShannon, klDivergence, totalVariation } from './divergences.ts';

const p = [0.5, 0.3, 0.2, 0];
const q = [0.1, 0.2, 0.3, 0.4];

test('equal distributions are at no distance', () => {
  expect([klDivergence(q, q), jensenShannon(q, q), totalVariation(q, q)]).toEqual([0, 0, 0]);
});

test('a point that only one of them has makes one direction of KL infinite', () => {
  expect(klDivergence(q, p)).toBe(Infinity);
  expect(klDivergence(p, q)).toBeCloseTo(0.5 * Math.log(5) + 0.3 * Math.log(1.5) + 0.2 * Math.log(2 / 3), 14);
});

test('distributions without a common point are as far apart as can be', () => {
  expect(jensenShannon([1, 0], [0, 1])).toBeCloseTo(Math.LN2, 15);
  expect(totalVariation([1, 0], [0, 1])).toBe(1);
});

test('Jensen–Shannon is the mean divergence from the mixture, the same both ways', () => {
  const mixture = p.map((a, i) => (a + (q[i] as number)) / 2);
  expect(jensenShannon(p, q)).toBeCloseTo((klDivergence(p, mixture) + klDivergence(q, mixture)) / 2, 14);
  expect(jensenShannon(q, p)).toBeCloseTo(jensenShannon(p, q), 14);
});

test("Pinsker's inequality holds", () => {
  expect(totalVariation(p, q)).toBeLessThan(Math.sqrt(klDivergence(p, q) / 2));
});

test('distributions over different points are refused', () => {
  expect(() => klDivergence([1], [0.5, 0.5])).toThrow(RangeError);
});
