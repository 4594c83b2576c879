import {
  strategies as names,
  type Observation,
  type SearchPoint,
  type SearchSpace,
  type SweepStrategy,
} from '@duality/shared';
import { expect, test } from 'vitest';
import { strategies } from './strategies.ts';
import type { Search } from './strategy.ts';

const table: SearchSpace = {
  system: { type: 'choice', values: ['gan', 'wgan', 'wgan-gp'] },
  weight: {
    type: 'number',
    scale: 'linear',
    low: 1,
    high: 10,
    step: 3,
    when: { parameter: 'system', values: ['wgan-gp'] },
  },
  criticSteps: { type: 'integer', scale: 'linear', low: 1, high: 3 },
};
/** gan and wgan with three critic steps each, wgan-gp with four weights times three. */
const sizeOfTable = 18;

const endless: SearchSpace = {
  ...table,
  learningRate: { type: 'number', scale: 'log', low: 1e-5, high: 1e-1 },
};

const valueAtPoint = ({ system, criticSteps, learningRate = 1 }: SearchPoint) =>
  (system === 'wgan-gp' ? 0 : 1) + Number(criticSteps) + Math.abs(Math.log10(Number(learningRate)) + 3);

function run(strategy: SweepStrategy, space: SearchSpace, count: number, seed = 1): SearchPoint[] {
  const search: Search & { observations: Observation[] } = { space, direction: 'minimise', seed, observations: [] };
  for (let i = 0; i < count; i++) {
    const params = strategies[strategy](search);
    if (!params) break;
    search.observations.push({ params, value: valueAtPoint(params), state: 'completed' });
  }
  return search.observations.map(({ params }) => params);
}

for (const strategy of names) {
  test(`${strategy} goes to every point of a finite space once, and then has nothing left`, () => {
    const points = run(strategy, table, sizeOfTable + 5);
    expect(points).toHaveLength(sizeOfTable);
    expect(new Set(points.map((point) => JSON.stringify(point))).size).toBe(sizeOfTable);
    for (const point of points) expect('weight' in point).toBe(point.system === 'wgan-gp');
  });

  test(`${strategy} says the same again when asked again`, () => {
    expect(run(strategy, table, 14)).toEqual(run(strategy, table, 14));
  });
}

for (const strategy of ['random', 'sobol', 'tpe'] as const) {
  test(`${strategy} keeps to the bounds and gives each parameter that holds, by a seed of its own`, () => {
    const points = run(strategy, endless, 30);
    for (const point of points) {
      expect(point.learningRate).toBeGreaterThanOrEqual(1e-5);
      expect(point.learningRate).toBeLessThanOrEqual(1e-1);
      expect([1, 2, 3]).toContain(point.criticSteps);
      expect([undefined, 1, 4, 7, 10]).toContain(point.weight);
      expect('weight' in point).toBe(point.system === 'wgan-gp');
    }
    expect(run(strategy, endless, 3, 2)).not.toEqual(points.slice(0, 3));
  });
}

test('points that failed are not tried again either', () => {
  const observations = run('grid', table, sizeOfTable - 1).map(
    (params): Observation => ({ params, value: null, state: 'failed' }),
  );
  const last = run('grid', table, sizeOfTable).at(-1);
  for (const strategy of names)
    expect(strategies[strategy]({ space: table, direction: 'minimise', seed: 3, observations })).toEqual(last);
});
