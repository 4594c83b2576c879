import { expect, test } from 'vitest';
import { chartQuery, parseChartOptions } from './chart-options.ts';

test('the address holds how charts are drawn', () => {
  const options = { halfLife: 50, withoutOutliers: true, wantsLogarithm: true };
  expect(parseChartOptions(new URLSearchParams(chartQuery(options)))).toEqual(options);
});

test('the plain address means plain curves, and nonsense is ignored', () => {
  const plain = { halfLife: 0, withoutOutliers: false, wantsLogarithm: false };
  expect(chartQuery(plain)).toBe('');
  expect(parseChartOptions(new URLSearchParams('smooth=7&outliers=x'))).toEqual(plain);
});
