import { expect, test } from 'vitest';
import { describeMean, kendallTau, meanAndError } from './statistics.ts';

test('a mean has the standard error of its values', () => {
  expect(meanAndError([1, 2, 3, 4])).toEqual({ mean: 2.5, error: Math.sqrt(5 / 3 / 4) });
  expect(describeMean([1, 2, 3, 4], 2)).toBe('2.50 ± 0.65');
  expect(describeMean([7], 1)).toBe('7.0');
});

test('τ counts the pairs in the same order less those in another', () => {
  expect(kendallTau([1, 2, 3, 4], [10, 20, 30, 40])).toBe(1);
  expect(kendallTau([1, 2, 3, 4], [4, 3, 2, 1])).toBe(-1);
  // scipy.stats.kendalltau gives the same.
  expect(kendallTau([1, 2, 3, 4, 5], [3, 1, 2, 5, 4])).toBeCloseTo(0.4, 12);
});
