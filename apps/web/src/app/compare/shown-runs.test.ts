import type { FoundRun } from '@duality/shared';
import { expect, test } from 'vitest';
import type { Brush } from './brush.ts';
import { shownRuns } from './shown-runs.ts';

const run = (id: number, learningRate: number, value: number | null) =>
  ({ id, config: { learningRate }, values: [value] }) as unknown as FoundRun;
const runs = [run(1, 0.1, 5), run(2, 0.2, null), run(3, 0.3, 7)];
const ids = (hidden: number[], brushes: Brush[], areAsked?: boolean) =>
  shownRuns(runs, { hidden, brushes }, areAsked).map(({ id }) => id);
const rate: Brush = { by: 'learningRate', range: { low: 0.15, high: 1 } };
const estimate: Brush = { by: 'last(criticEstimate)', range: { low: 6, high: 9 } };

test('what is hidden or brushed out is not shown', () => {
  expect(ids([3], [])).toEqual([1, 2]);
  expect(ids([], [rate])).toEqual([2, 3]);
  expect(ids([], [rate, estimate])).toEqual([3]);
});

test('a brush on a value that was not asked for yet leaves nothing out', () => {
  expect(ids([], [estimate], false)).toEqual([1, 2, 3]);
});
