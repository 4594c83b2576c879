import { expect, test } from 'vitest';
import { bandOf, type Group, studentQuantile } from './group.ts';

const group: Group = {
  name: 'criticLoss',
  bucketSteps: 1,
  steps: [1, 2, 3],
  runs: [4, 1, 0],
  means: [10, 5, null],
  deviations: [2, null, null],
  lows: [7, 5, null],
  highs: [14, 5, null],
};

test('the four bands around a mean, and none where a single run is left', () => {
  expect(bandOf(group, 'deviation')).toEqual({ lows: [8, null, null], highs: [12, null, null] });
  expect(bandOf(group, 'error')).toEqual({ lows: [9, null, null], highs: [11, null, null] });
  expect(bandOf(group, 'confidence').highs[0]).toBeCloseTo(10 + 3.182446, 6);
  expect(bandOf(group, 'extremes')).toEqual({ lows: [7, 5, null], highs: [14, 5, null] });
});

test('runs that agree have a band of no width, not none', () => {
  const same = { ...group, deviations: [0, null, null] };
  expect(bandOf(same, 'confidence')).toEqual({ lows: [10, null, null], highs: [10, null, null] });
});

test.each([
  // From scipy.stats.t.ppf(.975, n)
  [1, 12.706205],
  [12, 2.178813],
  [13, 2.160369],
  [15, 2.13145],
  [30, 2.042272],
  [100, 1.983972],
  [1000, 1.962339],
])('Student with %i degrees of freedom has 97.5 percent below %f', (degrees, quantile) => {
  expect(studentQuantile(degrees)).toBeCloseTo(quantile, 5);
});
