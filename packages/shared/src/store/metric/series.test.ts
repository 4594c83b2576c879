import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Series } from '../../domain/metric.ts';
import { aRequest, useTestStore } from '../test-store.ts';
import { bucketStepsFor } from './series-window.ts';

const lab = useTestStore();

// SQLite keeps -0 as 0.
const value = fc.oneof(
  { weight: 8, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY) },
);
const stride = fc.oneof(
  { weight: 30, arbitrary: fc.constant(1) },
  { weight: 2, arbitrary: fc.integer({ min: 2, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 300, max: 5000 }) },
);
const curve = fc.array(fc.tuple(stride, value), { minLength: 1, maxLength: 900, size: 'max' }).map((points) => {
  let step = 0;
  return points.map(([by, value]) => {
    step += by;
    return { step, value };
  });
});

test('of any series and window, each bucket holds what the raw points in it say, and every point is in one', () => {
  fc.assert(
    fc.property(curve, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 60 }), (points, a, b, width) => {
      const runId = record(points);
      const last = points.at(-1)?.step ?? 0;
      const [from, to] = [Math.min(a % (last + 10), b % (last + 10)), Math.max(a % (last + 10), b % (last + 10))];
      for (const window of [{ width }, { width, from, to }]) {
        const wanted = points.filter(({ step }) => step >= (window.from ?? 0) && step <= (window.to ?? last));
        const [series] = lab.store.series.list(runId, window);
        expectHolds(series as Series, wanted, width);
      }
    }),
    { numRuns: 60 },
  );
});

function record(points: { step: number; value: number }[]): number {
  const runId = lab.store.run.queue(aRequest()).id;
  lab.store.metric.appendMany(
    runId,
    points.map(({ step, value }) => ({ step, values: { own: value } })),
  );
  return runId;
}

function expectHolds(series: Series, points: { step: number; value: number }[], width: number): void {
  const { bucketSteps, steps, lows, highs, values } = series;
  if (bucketSteps === 1) expect(steps).toEqual(points.map(({ step }) => step));
  else expect(steps.length).toBeLessThanOrEqual(width + 1);
  const rest = [...points];
  for (const [i, step] of steps.entries()) {
    const inside: number[] = [];
    while (rest[0] && rest[0].step <= step) inside.push((rest.shift() as { value: number }).value);
    const finite = inside.filter(Number.isFinite);
    expect(inside.length).toBeGreaterThan(0);
    expect(lows[i]).toBe(finite.length === 0 ? null : finite.reduce((low, value) => Math.min(low, value)));
    expect(highs[i]).toBe(finite.length === 0 ? null : finite.reduce((high, value) => Math.max(high, value)));
    expectMean(values[i] as number | null, finite);
  }
  expect(rest).toEqual([]);
  expect(series.nonFinite).toEqual(
    points
      .filter(({ value }) => !Number.isFinite(value))
      .map(({ step, value }) => ({ step, kind: Number.isNaN(value) ? 'nan' : 'inf' })),
  );
}

function expectMean(mean: number | null, finite: readonly number[]): void {
  if (finite.length === 0) {
    expect(mean).toBeNull();
    return;
  }
  const size = Math.max(...finite.map(Math.abs));
  const exact = finite.reduce((sum, value) => sum + value / finite.length, 0);
  expect(Math.abs((mean as number) - exact)).toBeLessThanOrEqual(1e-13 * size + finite.length * Number.MIN_VALUE);
}

test('a bucket is a few buckets of one level, so that few rows are read and runs of one length share their buckets', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 4000 }), (span, width) => {
      const steps = bucketStepsFor(span, width);
      const size = 16 ** Math.floor(Math.log2(steps) / 4);
      expect(steps % size).toBe(0);
      expect(steps / size).toBeLessThanOrEqual(8);
      expect(span / steps).toBeLessThanOrEqual(width);
      expect(span / steps).toBeGreaterThan(Math.ceil(span / width) === 1 ? 0 : span / Math.ceil(span / width) / 2 - 1);
    }),
  );
});

test('a run without a step has no curve, and a window beside its steps has no points', () => {
  const runId = record([{ step: 5, value: 1 }]);
  expect(lab.store.series.list(lab.store.run.queue(aRequest()).id, { width: 10 })).toEqual([]);
  expect(lab.store.series.list(runId, { from: 6, to: 9, width: 10 })).toMatchObject([{ steps: [], values: [] }]);
});
