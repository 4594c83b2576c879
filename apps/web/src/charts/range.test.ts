import { expect, test } from 'vitest';
import { type Curve, lonelyCurve } from './curve.ts';
import { valueRange, xSpan } from './range.ts';
import { emptySeries, mergePoints } from './series.ts';

const curve = (values: (number | null)[]): Curve =>
  lonelyCurve(
    mergePoints(
      emptySeries('criticLoss'),
      values.map((value, i) => ({
        runId: 1,
        name: 'criticLoss',
        step: i + 1,
        value,
        kind: value === null ? 'nan' : null,
        at: 0,
      })),
    ).series,
    undefined,
    0,
  );
const at = (xs: number[]): Curve => ({ ...curve(xs.map(() => 1)), xs });
const all = { scale: { kind: 'linear', threshold: 1 }, view: { low: 0, high: Number.MAX_VALUE } } as const;

test('the range holds every extreme, with some room', () => {
  const range = valueRange([curve([0, 10, null, -5])], all);
  expect(range.low).toBeLessThan(-5);
  expect(range.high).toBeGreaterThan(10);
  expect(range.hidden).toBe(0);
});

test('without outliers a lone peak is left out and counted', () => {
  const values = Array.from({ length: 300 }, (_, i) => Math.sin(i));
  values[40] = 1000;
  const range = valueRange([curve(values)], { ...all, withoutOutliers: true });
  expect(range.high).toBeLessThan(2);
  expect(range.hidden).toBe(1);
});

test('what lies outside the view has no part in it', () => {
  expect(valueRange([curve([1, 1000, 1, 2])], { ...all, view: { low: 3, high: 4 } }).high).toBeLessThan(3);
});

test('reading aids are in view', () => {
  expect(valueRange([curve([3, 4])], { ...all, include: [1] }).low).toBeLessThan(1);
});

test('a flat curve and an empty one have room', () => {
  for (const values of [[2, 2], [], [null]]) {
    const { low, high } = valueRange([curve(values)], all);
    expect(high).toBeGreaterThan(low);
  }
});

test('the axis runs from before the first entry to the last of all curves', () => {
  expect(xSpan([curve([1, 2, 3]), curve([])])).toEqual({ low: 0, high: 3 });
  expect(xSpan([at([250])])).toEqual({ low: 0, high: 250 });
  expect(xSpan([at([5100, 5150])])).toEqual({ low: 5050, high: 5150 });
  expect(xSpan([])).toEqual({ low: 0, high: 1 });
});

test('an axis of times does not begin in 1970', () => {
  const now = 1_795_362_243_268;
  expect(xSpan([at([now])])).toEqual({ low: now - 1000, high: now });
  expect(xSpan([at([now, now + 50])])).toEqual({ low: now - 50, high: now + 50 });
});
