import { expect, test } from 'vitest';
import { type Curve, lonelyCurve } from './curve.ts';
import { entryAt, nearestCurve } from './nearest-curve.ts';
import { emptySeries } from './series.ts';

const linear = { kind: 'linear', threshold: 1 } as const;
const curve = (key: string, values: (number | null)[]): Curve => ({
  ...lonelyCurve({ ...emptySeries(key), steps: values.map((_, at) => at + 1), values }, key, 0),
  key,
});
const curves = [curve('low', [1, 1, 1]), curve('high', [9, 9, null]), curve('short', [5])];

test('the curve is found whose line passes nearest', () => {
  expect(nearestCurve(curves, linear, 2, 2.5, 3)?.key).toBe('low');
  expect(nearestCurve(curves, linear, 2.2, 8, 3)?.key).toBe('high');
});

test('none is meant far away from all, or at a gap', () => {
  expect(nearestCurve(curves, linear, 2, 20, 3)).toBeUndefined();
  expect(nearestCurve(curves, linear, 3, 9, 3)).toBeUndefined();
});

test('a curve says nothing far beyond its end', () => {
  expect(entryAt(curves[0] as Curve, 3.4)).toEqual({ at: 2, value: 1 });
  expect(entryAt(curves[0] as Curve, 50)).toBeUndefined();
});
