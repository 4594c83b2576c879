import { expect, test } from 'vitest';
import { emptySeries } from './series.ts';
import { asTabSeparated, newestRows, summariseCurve } from './table-rows.ts';

const exact = {
  ...emptySeries('criticLoss'),
  steps: [1, 2, 3],
  values: [0.5, null, -1],
  lows: [0.5, null, -1],
  highs: [0.5, null, -1],
  nonFinite: [{ step: 2, kind: 'inf' as const }],
};

test('the table shows the newest first, and says what is not finite', () => {
  expect(newestRows({ series: exact, band: undefined }, 2)).toEqual([
    { step: 3, cells: ['−1'] },
    { step: 2, cells: ['inf'] },
  ]);
});

test('buckets show their mean and both extremes', () => {
  const bucketed = { ...exact, bucketSteps: 10, steps: [10], values: [2], lows: [1], highs: [3], nonFinite: [] };
  expect(newestRows({ series: bucketed, band: 'extremes' }, 5)).toEqual([{ step: 10, cells: ['2', '1', '3'] }]);
  expect(asTabSeparated({ series: bucketed, band: 'extremes' })).toBe('up to step\tmean\tlowest\thighest\n10\t2\t1\t3');
});

test('an estimate shows its interval', () => {
  const estimated = { ...exact, lows: [0.4, null, -2], highs: [0.6, null, 0] };
  expect(newestRows({ series: estimated, band: 'interval' }, 1)).toEqual([{ step: 3, cells: ['−1', '−2', '0'] }]);
  expect(asTabSeparated({ series: estimated, band: 'interval' }).split('\n').slice(0, 2)).toEqual([
    'step\tcriticLoss\tinterval from\tto',
    '1\t0.5\t0.4\t0.6',
  ]);
});

test('copying gives the plain numbers of the whole series', () => {
  expect(asTabSeparated({ series: exact, band: undefined })).toBe('step\tcriticLoss\n1\t0.5\n2\tinf\n3\t-1');
});

test('a summary tells the newest value and both extremes, past what is not finite', () => {
  expect(summariseCurve(exact)).toEqual({ step: 3, last: -1, lowest: -1, highest: 0.5, notFinite: 1 });
  expect(summariseCurve(emptySeries('x'))).toMatchObject({ step: undefined, last: undefined, lowest: undefined });
});
