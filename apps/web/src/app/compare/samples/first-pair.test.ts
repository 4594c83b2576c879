import type { SampleGrid } from '@duality/shared';
import { expect, test } from 'vitest';
import { firstPair } from './first-pair.ts';

const run = (id: number, ...steps: number[]) =>
  ({ run: { id }, grids: steps.map((step) => ({ step }) as SampleGrid) }) as Parameters<typeof firstPair>[0][number];

test('the first two runs with samples are compared', () => {
  expect(firstPair([run(1), run(2, 1), run(3, 1)], 1)).toEqual([{ runId: 2 }, { runId: 3 }]);
});

test('a run alone is compared with its own beginning, or there with its end', () => {
  expect(firstPair([run(4, 1, 50, 100)], 50)).toEqual([{ runId: 4, step: 1 }, { runId: 4 }]);
  expect(firstPair([run(4, 1, 50, 100)], 1)).toEqual([{ runId: 4, step: 100 }, { runId: 4 }]);
});

test('without samples there is nothing to compare', () => {
  expect(firstPair([run(1)], 1)).toBeUndefined();
});
