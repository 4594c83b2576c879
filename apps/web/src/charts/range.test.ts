import type { Series } from '@duality/shared';
import { expect, test } from 'vitest';
import { stepRange, valueRange } from './range.ts';
import { emptySeries, mergePoints } from './series.ts';

const series = (values: (number | null)[]): Series =>
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
  ).series;

test('the range holds every extreme, with some room', () => {
  const range = valueRange([series([0, 10, null, -5])]);
  expect(range.low).toBeLessThan(-5);
  expect(range.high).toBeGreaterThan(10);
  expect(range.hidden).toBe(0);
});

test('without outliers a lone peak is left out and counted', () => {
  const values = Array.from({ length: 300 }, (_, i) => Math.sin(i));
  values[40] = 1000;
  const range = valueRange([series(values)], true);
  expect(range.high).toBeLessThan(2);
  expect(range.hidden).toBe(1);
});

test('reading aids are in view', () => {
  expect(valueRange([series([3, 4])], false, [1]).low).toBeLessThan(1);
});

test('a flat curve and an empty one have room', () => {
  const flat = valueRange([series([2, 2])]);
  expect(flat.high).toBeGreaterThan(flat.low);
  const empty = valueRange([emptySeries('criticLoss')]);
  expect(empty.high).toBeGreaterThan(empty.low);
  expect(valueRange([series([null])]).high).toBeGreaterThan(0);
});

test('the axis runs from before the first step to the last of all series', () => {
  expect(stepRange([series([1, 2, 3]), emptySeries('x')])).toEqual({ first: 0, last: 3 });
  expect(stepRange([{ ...series([1]), steps: [250] }])).toEqual({ first: 0, last: 250 });
  expect(stepRange([{ ...series([1, 2]), steps: [5100, 5150] }])).toEqual({ first: 5050, last: 5150 });
  expect(stepRange([])).toEqual({ first: 0, last: 1 });
});
