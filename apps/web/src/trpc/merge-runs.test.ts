import type { RunSummary } from '@duality/shared';
import { expect, test } from 'vitest';
import { mergeRuns } from './merge-runs.ts';

const run = (id: number, more: Partial<RunSummary> = {}) =>
  ({ id, lastStep: 0, removedAt: null, ...more }) as RunSummary;
const ids = (runs: RunSummary[]) => runs.map(({ id }) => id);

test('a changed run keeps its place and a new one comes on top', () => {
  const merged = mergeRuns([run(3), run(1)], [run(1, { lastStep: 9 }), run(4)]);
  expect(ids(merged)).toEqual([4, 3, 1]);
  expect(merged[2]?.lastStep).toBe(9);
});

test('a removed run leaves and a restored one returns to its place', () => {
  expect(ids(mergeRuns([run(3), run(2), run(1)], [run(2, { removedAt: 5 })], [1]))).toEqual([3]);
  expect(ids(mergeRuns([run(3), run(1)], [run(2)]))).toEqual([3, 2, 1]);
});

test('nothing new leaves the very same list', () => {
  const list = [run(1)];
  expect(mergeRuns(list, [])).toBe(list);
});
