import type { RunSummary } from '@duality/shared';
import { expect, test } from 'vitest';
import { groupingKeys, groupRuns } from './run-groups.ts';

const run = (id: number, config: Record<string, unknown>) => ({ id, config }) as unknown as RunSummary;
const runs = [
  run(1, { learningRate: 0.01, seed: 1, system: 'a' }),
  run(2, { learningRate: 0.002, seed: 2, system: 'a' }),
  run(3, { learningRate: 0.002, seed: 3, system: 'a', packing: 2 }),
];
const idsOf = (by: string) => groupRuns(runs, by).map(({ name, runs }) => [name, ...runs.map(({ id }) => id)]);

test('runs are parted by a value of their config, and one that is missing is a value', () => {
  expect(idsOf('learningRate')).toEqual([
    ['learningRate 0.002', 2, 3],
    ['learningRate 0.01', 1],
  ]);
  expect(idsOf('packing')).toEqual([
    ['packing 2', 3],
    ['packing none', 1, 2],
  ]);
  expect(idsOf('all')).toEqual([['all', 1, 2, 3]]);
});

test('only what makes groups of several runs is offered', () => {
  expect(groupingKeys(runs)).toEqual(['learningRate', 'packing']);
});
