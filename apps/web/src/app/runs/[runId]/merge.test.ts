import type { MetricPoint, SampleGrid } from '@duality/shared';
import { expect, test } from 'vitest';
import { mergeGrids } from '#trpc/merge-grids.ts';
import { mergeSeries } from './merge-series.ts';

const point = (name: string, step: number): MetricPoint => ({ runId: 1, name, step, value: step, kind: null, at: 0 });
const grid = (id: number, step: number) => ({ id, step }) as SampleGrid;

test('points find their series, and a new metric becomes one', () => {
  const first = mergeSeries([], [point('stepMs', 1), point('criticLoss', 1)]).series;
  const { series } = mergeSeries(first, [point('criticEstimate', 2), point('stepMs', 2), point('unheardOf', 2)]);
  expect(series.map(({ name }) => name)).toEqual(['stepMs', 'criticLoss', 'criticEstimate', 'unheardOf']);
  expect(series[0]?.steps).toEqual([1, 2]);
});

test('a series without news stays the very same, so that its chart is not redrawn', () => {
  const first = mergeSeries([], [point('stepMs', 1), point('criticLoss', 1)]).series;
  expect(mergeSeries(first, [point('stepMs', 2)]).series[1]).toBe(first[1]);
});

test('grids stand in step order, and a repeated step replaces its grid', () => {
  expect(mergeGrids([grid(1, 1), grid(2, 4)], [grid(4, 4), grid(3, 2)])).toEqual([grid(1, 1), grid(3, 2), grid(4, 4)]);
});
