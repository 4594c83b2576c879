import type { ComparedSeries, MetricPoint, RunSummary } from '@duality/shared';
import { expect, test } from 'vitest';
import { emptySeries } from '#charts/series.ts';
import { mergeCurves } from './merge-curves.ts';

const point = (runId: number, step: number, name = 'm'): MetricPoint => ({
  runId,
  name,
  step,
  value: step,
  kind: null,
  at: 10_000 + step * 1000,
});
const runs = new Map([1, 2].map((id) => [id, { id, startedAt: 10_000 } as RunSummary]));
const curve = (runId: number, steps: number[], xs: number[] | null): ComparedSeries => ({
  runId,
  series: { ...emptySeries('m'), steps, values: steps, lows: steps, highs: steps },
  xs,
});

test('points go to their run and their place on the axis, and a run that just began gets a curve', () => {
  const old = [curve(1, [1, 2], [1, 2])];
  const input = { runIds: [1, 2], name: 'm', axis: 'relative' } as const;
  const { curves } = mergeCurves(old, [point(1, 3), point(2, 1), point(1, 3, 'other')], runs, {
    ...input,
    runIds: [1, 2],
  });
  expect(curves.map(({ runId, series, xs }) => [runId, series.steps, xs])).toEqual([
    [1, [1, 2, 3], [1, 2, 3]],
    [2, [1], [1]],
  ]);
});

test('a curve without news stays the very same', () => {
  const old = [curve(1, [1], null), curve(2, [1], null)];
  const merged = mergeCurves(old, [point(2, 2)], runs, { runIds: [1, 2], name: 'm' });
  expect(merged.curves[0]).toBe(old[0]);
  expect(merged.hasNews).toBe(true);
});

test('what lies outside of the part that was asked for changes nothing', () => {
  const old = [curve(1, [5], null)];
  expect(mergeCurves(old, [point(1, 50)], runs, { runIds: [1], name: 'm', from: 1, to: 10 })).toMatchObject({
    curves: old,
    hasNews: false,
  });
});
