import type { MetricPoint, Series } from '@duality/shared';
import { describe, expect, test } from 'vitest';
import { emptySeries, firstAtOrAfter, mergePoints, nearest } from './series.ts';

const point = (step: number, value: number | null = step, kind: MetricPoint['kind'] = null): MetricPoint => ({
  runId: 1,
  name: 'criticLoss',
  step,
  value,
  kind,
  at: 0,
});
const points = (from: number, to: number, every = 1) =>
  Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, i) => point(from + i * every, Math.sin(from + i)));
const extremes = (series: Series) => [
  Math.min(...series.lows.filter((low) => low !== null)),
  Math.max(...series.highs.filter((high) => high !== null)),
];

describe('merging live points into a series', () => {
  test('new points follow the old ones, exactly', () => {
    const { series, isStale } = mergePoints(emptySeries('criticLoss'), [point(1), point(2), point(3)]);
    expect(series).toMatchObject({ bucketSteps: 1, steps: [1, 2, 3], values: [1, 2, 3], lows: [1, 2, 3] });
    expect(isStale).toBe(false);
  });

  test('the old series is left alone', () => {
    const old = mergePoints(emptySeries('criticLoss'), [point(1)]).series;
    mergePoints(old, [point(2)]);
    expect(old.steps).toEqual([1]);
  });

  test('a resumed run overwrites the steps that it repeats', () => {
    const old = mergePoints(emptySeries('criticLoss'), points(1, 10)).series;
    const { series } = mergePoints(old, [point(4, 44), point(5, 55)]);
    expect(series.steps).toHaveLength(10);
    expect(series.values.slice(3, 5)).toEqual([44, 55]);
  });

  test('a repeated step inside a bucket asks for a fresh series', () => {
    const old = mergePoints(emptySeries('criticLoss'), points(1, 50), 20).series;
    expect(old.bucketSteps).toBeGreaterThan(1);
    expect(mergePoints(old, [point(7, 70)], 20).isStale).toBe(true);
  });

  test('a value that is not finite is a gap with a mark, and the mark goes when the step is repeated', () => {
    const broken = mergePoints(emptySeries('criticLoss'), [point(1), point(2, null, 'nan'), point(3)]).series;
    expect(broken.values).toEqual([1, null, 3]);
    expect(broken.nonFinite).toEqual([{ step: 2, kind: 'nan' }]);
    expect(mergePoints(broken, [point(2, 5)]).series.nonFinite).toEqual([]);
  });

  test('however long the run, the entries stay few and a spike of one step stays whole', () => {
    let series = emptySeries('criticLoss');
    for (let from = 1; from < 100_000; from += 997) {
      const delta = points(from, Math.min(from + 996, 99_999)).map((p) => (p.step === 31_416 ? point(p.step, 500) : p));
      series = mergePoints(series, delta, 400).series;
    }
    expect(series.steps.length).toBeLessThanOrEqual(400);
    expect(series.steps.length).toBeGreaterThan(180);
    expect(series.steps.at(-1)).toBe(99_999);
    expect(extremes(series)[1]).toBe(500);
  });

  test('means of merged buckets are those of all their steps', () => {
    const { series } = mergePoints(
      emptySeries('criticLoss'),
      Array.from({ length: 64 }, (_, i) => point(i + 1)),
      16,
    );
    const { steps, values } = series;
    steps.forEach((last, at) => {
      const first = (steps[at - 1] ?? 0) + 1;
      expect(values[at]).toBeCloseTo((first + last) / 2);
    });
  });

  test('a metric logged every 50 steps keeps an even spread', () => {
    let series = emptySeries('eval.criticEstimate');
    for (let step = 50; step <= 50_000; step += 50) series = mergePoints(series, [point(step)], 100).series;
    const spans = series.steps.slice(1, -1).map((step, at) => step - (series.steps[at] as number));
    expect(Math.max(...spans)).toBeLessThanOrEqual(2 * Math.min(...spans));
    expect(series.steps.length).toBeGreaterThan(45);
  });
});

describe('finding a step', () => {
  test('the first at or after it', () => {
    expect([0, 2, 3, 9].map((step) => firstAtOrAfter([2, 4, 8], step))).toEqual([0, 0, 1, 3]);
  });
  test('the nearest, which an empty series does not have', () => {
    expect([0, 3, 5, 7, 99].map((step) => nearest([2, 4, 8], step))).toEqual([0, 0, 1, 2, 2]);
    expect(nearest([], 1)).toBe(-1);
  });
});
