import { expect, test } from 'vitest';
import { describeDrawing, labelOf } from './caption.ts';
import { type Curve, lonelyCurve } from './curve.ts';
import { draw } from './drawing.ts';
import { emptySeries } from './series.ts';
import { unsmoothed } from './smoothing.ts';
import type { YScale } from './value-scale.ts';

const curve = (steps: number[], bucketSteps = 1, value = 1): Curve => {
  const values = steps.map(() => value);
  return lonelyCurve({ ...emptySeries('m'), bucketSteps, steps, values, lows: values, highs: values }, undefined, 0);
};
const describe = (curves: Curve[], yScale: YScale = 'linear') =>
  describeDrawing(curves, draw(curves, { smoothing: unsmoothed, withoutOutliers: false, yScale, aids: [] }), yScale);

test('a caption says what is drawn', () => {
  expect(describe([curve([])])).toBe('nothing logged yet');
  expect(describe([curve([1, 2, 3])])).toBe('exact, 3 points');
  const thousand = Array.from({ length: 1000 }, (_, i) => (i + 1) * 100);
  expect(describe([curve(thousand, 100)])).toBe('min–max of 100,000 steps in 1,000 buckets');
});

test('and how many curves there are', () => {
  const many = [curve([1, 2]), curve([1, 2, 3]), curve([1])];
  expect(describe(many)).toBe('3 curves · exact, up to 3 points');
  expect(describe(many.map(() => curve([50, 100], 50)))).toBe('3 curves · min–max of 50 steps a bucket');
  expect(labelOf('Loss', 'wall', many)).toBe('Loss over time, 3 curves');
});

test('and what a band of single steps is', () => {
  expect(describe([{ ...curve([1, 2]), band: 'interval' }])).toBe('exact, 2 points · band: 95 % bootstrap interval');
  expect(describe([{ ...curve([1, 2]), band: 'spread' }])).toBe('mean over runs at every step');
});

test('and how many alerts are in view', () => {
  const curves = [curve([5, 10])];
  const options = { smoothing: unsmoothed, withoutOutliers: false, yScale: 'linear' as const, aids: [] };
  const drawing = draw(curves, { ...options, warnings: [2, 7, 99] });
  expect(describeDrawing(curves, drawing, 'linear')).toBe('exact, 2 points · 2 alerts (▲)');
});

test('and what is not', () => {
  const broken = curve([1, 2]);
  broken.series.nonFinite = [{ step: 1, kind: 'nan' }];
  expect(describe([broken])).toBe('exact, 2 points · 1 not finite (×)');
});

test('and why a logarithm was not taken, or how', () => {
  expect(describe([curve([1, 2], 1, -1)], 'log')).toContain('signed log does not');
  expect(describe([curve([1, 2], 1, 5)], 'log')).toBe('exact, 2 points');
  expect(describe([curve([1, 2], 1, -500)], 'signed')).toContain('signed log, linear below 10');
});
