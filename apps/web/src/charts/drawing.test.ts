import type { Series } from '@duality/shared';
import { expect, test } from 'vitest';
import { draw } from './drawing.ts';
import { emptySeries } from './series.ts';

const options = { halfLife: 0, withoutOutliers: false, wantsLogarithm: false, aids: [] };
const series = (values: (number | null)[], bucketSteps = 1): Series => ({
  ...emptySeries('criticLoss'),
  bucketSteps,
  steps: values.map((_, at) => (at + 1) * bucketSteps),
  values,
  lows: values.map((value) => value && value - 1),
  highs: values.map((value) => value && value + 1),
});

test('a missing value is a gap', () => {
  expect(draw([series([1, null, 3])], options).lines[0]?.points[1]).toEqual({ x: 2, y: Number.NaN });
});

test('the raw curve stays visible behind the smoothed one', () => {
  const { lines } = draw([series([1, 5, 1])], { ...options, halfLife: 5 });
  expect(lines.map((line) => line.token)).toEqual(['--chart-line', '--chart-raw']);
  expect(lines[1]?.points[1]?.y).toBe(5);
});

test('buckets have a band from low to high, single steps have none', () => {
  expect(draw([series([4, 5], 100)], options).bands[0]?.lows[1]).toEqual({ x: 200, y: 4 });
  expect(draw([series([4, 5])], options).bands).toEqual([]);
});

test('a second series lies in front, in a colour and a dash of its own', () => {
  expect(draw([series([4]), series([3])], options).lines).toMatchObject([
    { token: '--chart-second', dash: [5, 3] },
    { token: '--chart-line' },
  ]);
});

test('a reading aid is kept only where it comes into view', () => {
  const aid = { value: 56, label: 'bound', isAlwaysInView: false };
  expect(draw([series([4])], { ...options, aids: [aid] }).aids).toEqual([]);
  expect(draw([series([4, 80])], { ...options, aids: [aid] }).aids).toEqual([aid]);
});

test('a logarithm is taken only of positive values', () => {
  const wants = { ...options, wantsLogarithm: true };
  expect(draw([series([4, 5])], wants)).toMatchObject({ isLogarithmic: true });
  expect(draw([series([4, 5])], wants).range.low).toBeGreaterThan(0);
  expect(draw([series([-4, 5])], wants).isLogarithmic).toBe(false);
});
