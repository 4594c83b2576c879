import type { Series } from '@duality/shared';
import { expect, test } from 'vitest';
import { lonelyCurve } from './curve.ts';
import { type DrawingOptions, draw, xOfStep } from './drawing.ts';
import { emptySeries } from './series.ts';
import { unsmoothed } from './smoothing.ts';

const options: DrawingOptions = { smoothing: unsmoothed, withoutOutliers: false, yScale: 'linear', aids: [] };
const series = (values: (number | null)[], bucketSteps = 1): Series => ({
  ...emptySeries('criticLoss'),
  bucketSteps,
  steps: values.map((_, at) => (at + 1) * bucketSteps),
  values,
  lows: values.map((value) => value && value - 1),
  highs: values.map((value) => value && value + 1),
});
const curve = (values: (number | null)[], bucketSteps = 1) => lonelyCurve(series(values, bucketSteps), undefined, 0);

test('a missing value is a gap', () => {
  expect(draw([curve([1, null, 3])], options).lines[0]?.points[1]).toEqual({ x: 2, y: Number.NaN });
});

test('the raw curve stays visible behind the smoothed one', () => {
  const { lines } = draw([curve([1, 5, 1])], { ...options, smoothing: { kind: 'half-life', steps: 5 } });
  expect(lines.map((line) => line.alpha)).toEqual([1, 0.25]);
  expect(lines[1]?.points[1]?.y).toBe(5);
});

test('buckets have a band from low to high, single steps have none', () => {
  expect(draw([curve([4, 5], 100)], options).bands[0]?.lows[1]).toEqual({ x: 200, y: 4 });
  expect(draw([curve([4, 5])], options).bands).toEqual([]);
});

test('a second series lies in front, in a colour and a dash of its own', () => {
  expect(draw([curve([4]), lonelyCurve(series([3]), 'held out', 1)], options).lines).toMatchObject([
    { token: '--chart-second', dash: [5, 3] },
    { token: '--chart-line', dash: [] },
  ]);
});

test('many curves are drawn thinner and paler than few', () => {
  const [few, many] = [2, 50].map((count) =>
    draw(
      Array.from({ length: count }, () => curve([4, 5], 10)),
      options,
    ),
  );
  expect(many?.lines[0]?.width).toBeLessThan(few?.lines[0]?.width ?? 0);
  expect(many?.bands[0]?.alpha).toBeLessThan(few?.bands[0]?.alpha ?? 0);
});

test('a reading aid is kept only where it comes into view', () => {
  const aid = { value: 56, label: 'bound', isAlwaysInView: false };
  expect(draw([curve([4])], { ...options, aids: [aid] }).aids).toEqual([]);
  expect(draw([curve([4, 80])], { ...options, aids: [aid] }).aids).toEqual([{ ...aid, height: 56 }]);
});

test('the y-axis fits what is seen of the x-axis', () => {
  const spiked = curve([1, 1, 900, 1, 1, 1]);
  expect(draw([spiked], options).range.high).toBeGreaterThan(900);
  const { range, view, whole } = draw([spiked], { ...options, view: { low: 4, high: 6 } });
  expect(range.high).toBeLessThan(5);
  expect([view, whole]).toEqual([
    { low: 4, high: 6 },
    { low: 0, high: 6 },
  ]);
});

test('a value that is not finite has a mark where it lies on the axis, if that is seen', () => {
  const broken = curve([1, 2, 3]);
  broken.series.nonFinite = [{ step: 2, kind: 'nan' }];
  broken.xs = [10, 20, 30];
  expect(draw([broken], options).marks).toEqual([{ x: 20, kind: 'nan', token: '--chart-line' }]);
  expect(draw([broken], { ...options, view: { low: 25, high: 30 } }).marks).toEqual([]);
});

test('between two entries a step lies in proportion', () => {
  expect(xOfStep([10, 20], [1, 3], 15)).toBe(2);
  expect(xOfStep([10, 20], [1, 3], 5)).toBe(1);
  expect(xOfStep([10, 20], [1, 3], 99)).toBe(3);
});
