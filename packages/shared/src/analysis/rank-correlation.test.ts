import { expect, test } from 'vitest';
import { rankCorrelation, ranksOf } from './rank-correlation.ts';

test('ties share their mean rank', () => {
  expect(ranksOf([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2]);
});

test('it is what SciPy says', () => {
  // scipy.stats.spearmanr 1.17.1
  const found = rankCorrelation([1, 2, 3, 4, 5, 6, 7, 8], [2, 1, 4, 3, 7, 7, 5, 9]);
  expect(found?.value).toBeCloseTo(0.874_267, 5);
});

test('the interval is that of Bonett and Wright', () => {
  const found = rankCorrelation([1, 2, 3, 4, 5, 6, 7, 8], [2, 1, 4, 3, 7, 7, 5, 9]);
  // tanh(atanh(r) ± 1.959964 √((1 + r²/2) / 5)) in Python.
  expect(found?.interval?.low).toBeCloseTo(0.309883, 5);
  expect(found?.interval?.high).toBeCloseTo(0.983061, 5);
});

test('a perfect order has no doubt', () => {
  expect(rankCorrelation([1, 2, 3, 4, 5], [5, 4, 3, 2, 1])).toEqual({
    value: -1,
    interval: { low: -1, high: -1 },
    pairs: 5,
  });
});

test('it is silent where there is too little to go by', () => {
  expect(rankCorrelation([1, 2], [1, 2])).toBeNull();
  expect(rankCorrelation([1, 2, 3], [4, 4, 4])).toBeNull();
  expect(rankCorrelation([1, 2, 3, 4], [1, 2, 4, 3])?.interval).toBeNull();
});
