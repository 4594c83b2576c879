import { expect, test } from 'vitest';
import { lonelyCurve } from './curve.ts';
import { floorAids, withIntervals } from './estimated-series.ts';
import { emptySeries } from './series.ts';

const values = [5, null, 3, 2];
const series = { ...emptySeries('eval.fid'), steps: [10, 20, 30, 40], values, lows: values, highs: values };
const curve = lonelyCurve(series, undefined, 0);
const certainty = { name: 'eval.fid', steps: [10, 20, 40], lows: [4, 1, 1.5], highs: [7, 9, 2.5], floor: null };

test('an interval is found by its step; a value without one keeps the band together, one that is not finite breaks it', () => {
  const { band, series: estimated } = withIntervals(curve, certainty);
  expect(band).toBe('interval');
  expect(estimated.lows).toEqual([4, null, 3, 1.5]);
  expect(estimated.highs).toEqual([7, null, 3, 2.5]);
  expect(estimated.values).toBe(values);
});

test('buckets keep their extremes, and a metric without intervals is left alone', () => {
  const bucketed = lonelyCurve({ ...series, bucketSteps: 10 }, undefined, 0);
  expect(withIntervals(bucketed, certainty)).toBe(bucketed);
  expect(withIntervals(curve, undefined)).toBe(curve);
  expect(withIntervals(curve, { ...certainty, steps: [], lows: [], highs: [] })).toBe(curve);
});

test('a floor is a line that is always seen, with what it stands for', () => {
  const floor = { value: 1.234, low: 1, high: 1.5 };
  expect(floorAids(['eval.fid', 'eval.kid'], [{ ...certainty, floor }])).toEqual([
    { value: 1.234, label: 'floor: held-out against training data 1.234', isAlwaysInView: true },
  ]);
  expect(floorAids(['eval.fid'], [certainty])).toEqual([]);
});
