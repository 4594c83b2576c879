import { expect, test } from 'vitest';
import { type Curve, lonelyCurve } from './curve.ts';
import { emptySeries } from './series.ts';
import { rowsAt } from './tooltip-rows.ts';

const curves: Curve[] = Array.from({ length: 20 }, (_, at) => ({
  ...lonelyCurve({ ...emptySeries('m'), steps: [1, 2], values: [at, at] }, `run ${at}`, 0),
  key: `${at}`,
  runId: at,
}));

test('of many curves those around the highlighted one are told, with how many are left out', () => {
  const { rows, above, below } = rowsAt(curves, 1, 10, 5);
  expect(rows.map(({ value }) => value)).toEqual([12, 11, 10, 9, 8]);
  expect([above, below]).toEqual([7, 8]);
});

test('without one, and at either end, as many as there is room for', () => {
  expect(rowsAt(curves, 1, undefined, 5)).toMatchObject({ above: 0, below: 15 });
  expect(rowsAt(curves, 1, 0, 5).rows.map(({ value }) => value)).toEqual([4, 3, 2, 1, 0]);
  expect(rowsAt(curves.slice(0, 3), 1, 1, 5)).toMatchObject({ above: 0, below: 0 });
});
