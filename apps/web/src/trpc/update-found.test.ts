import type { RunSummary } from '@duality/shared';
import { expect, test } from 'vitest';
import { updateFound } from './update-found.ts';

const run = (id: number, more: Partial<RunSummary> = {}) =>
  ({ id, removedAt: null, lastStep: 0, ...more }) as RunSummary;
const found = { runs: [run(1), run(3), run(2)], cursor: 7, total: 12 };

test('a run that changed stays in its place, and one that the search did not find is not added', () => {
  const { runs, ...others } = updateFound(found, [run(3, { lastStep: 9 }), run(4)]);
  expect(runs.map(({ id, lastStep }) => [id, lastStep])).toEqual([
    [1, 0],
    [3, 9],
    [2, 0],
  ]);
  expect(others).toEqual({ cursor: 7, total: 12 });
});

test('a run that was removed or is gone is left out', () => {
  expect(updateFound(found, [run(2, { removedAt: 5 })], [1]).runs.map(({ id }) => id)).toEqual([3]);
});
