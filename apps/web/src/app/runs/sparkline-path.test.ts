import { expect, test } from 'vitest';
import { type Curve, drawCurve } from './sparkline-path.ts';

const curve = (values: (number | null)[], more: Partial<Curve> = {}): Curve => ({
  ...{ name: 'm', steps: values.map((_, i) => i + 1), values, lows: values, highs: values, nonFinite: 0 },
  ...more,
});

test('the line goes from edge to edge, the largest value at the top', () => {
  expect(drawCurve(curve([0, 5, 10]), 20, 10).line).toBe('M0 10L10 5L20 0');
});

test('a value that is missing is a gap, and a single one between gaps can be seen', () => {
  expect(drawCurve(curve([0, 1, null, 0, null, 1]), 10, 10).line).toBe('M0 10L2 0M6 10h1M10 0h1');
});

test('the band reaches the extremes, and a spike there scales the whole', () => {
  const { line, band } = drawCurve(curve([1, 1, 1], { highs: [1, 9, 1], lows: [1, 1, 1] }), 20, 8);
  expect(line).toBe('M0 8L10 8L20 8');
  expect(band).toBe('M0 8L10 0L20 8L20 8L10 8L0 8Z');
});

test('a flat curve lies in the middle, and one without values is nothing', () => {
  expect(drawCurve(curve([3, 3]), 10, 10).line).toBe('M0 5L10 5');
  expect(drawCurve(curve([null, null]), 10, 10)).toEqual({ line: '', band: '' });
});
