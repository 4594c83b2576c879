import { expect, test } from 'vitest';
import { unsmoothed } from '#charts/smoothing.ts';
import { type ChartOptions, chartAddress, parseChartOptions } from './chart-options.ts';
import { changeQuery } from './use-address.ts';

const plain: ChartOptions = { smoothing: unsmoothed, withoutOutliers: false, yScale: 'linear', view: undefined };
const written = (options: ChartOptions) => changeQuery(new URLSearchParams('runs=1'), chartAddress(options));

test('options of charts are read back from the address', () => {
  for (const options of [
    plain,
    { ...plain, smoothing: { kind: 'half-life', steps: 50 } },
    {
      smoothing: { kind: 'share', share: 0.95 },
      withoutOutliers: true,
      yScale: 'signed',
      view: { low: 100, high: 250.5 },
    },
  ] satisfies ChartOptions[])
    expect(parseChartOptions(written(options))).toEqual(options);
});

test('the default is not written, and the rest of the address stays', () => {
  expect(written(plain).toString()).toBe('runs=1');
});

test('what cannot be read is the default', () => {
  expect(parseChartOptions(new URLSearchParams('smooth=-3&scale=cubic&from=9&to=2&outliers=x'))).toEqual(plain);
  expect(parseChartOptions(new URLSearchParams('smooth=ema:1.5')).smoothing).toEqual(unsmoothed);
});
