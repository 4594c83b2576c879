import type { Observation, SearchSpace } from '@duality/shared';
import { expect, test } from 'vitest';
import { random } from './random.ts';
import type { Search, Strategy } from './strategy.ts';
import { tpe } from './tpe.ts';

const bowl: SearchSpace = {
  x: { type: 'number', scale: 'linear', low: -5, high: 5 },
  rate: { type: 'number', scale: 'log', low: 1e-5, high: 1e-1 },
};
const depth = ({ x, rate }: { x: number; rate: number }) => (x - 2) ** 2 + (Math.log10(rate) + 3) ** 2;

function search(strategy: Strategy, seed: number, direction: 'minimise' | 'maximise' = 'minimise') {
  const search: Search & { observations: Observation[] } = { space: bowl, direction, seed, observations: [] };
  for (let i = 0; i < 40; i++) {
    const params = strategy(search) as { x: number; rate: number };
    const value = direction === 'minimise' ? depth(params) : -depth(params);
    search.observations.push({ params, value, state: 'completed' });
  }
  return search;
}

const best = (strategy: Strategy, seed: number) =>
  Math.min(...search(strategy, seed).observations.map(({ value }) => value as number));

test('it finds more than chance does, nearly always', () => {
  const seeds = Array.from({ length: 12 }, (_, i) => i);
  expect(seeds.filter((seed) => best(tpe, seed) < best(random, seed)).length).toBeGreaterThanOrEqual(10);
});

test('it begins like random search', () => {
  const [ours, theirs] = [search(tpe, 4), search(random, 4)].map(({ observations }) => observations.slice(0, 10));
  expect(ours).toEqual(theirs);
});

test('a maximum is a minimum upside down', () => {
  const points = ({ observations }: Search) => observations.map(({ params }) => params);
  expect(points(search(tpe, 2, 'maximise'))).toEqual(points(search(tpe, 2)));
});

test('where trials still train, no other is put beside them', () => {
  const isMoved = (seed: number) => {
    const { observations, ...rest } = search(tpe, seed);
    const beside = (params: Observation['params'], state: Observation['state']) =>
      tpe({
        ...rest,
        observations: [...observations, ...Array.from({ length: 8 }, () => ({ params, value: null, state }))],
      });
    const alone = beside({ x: 0, rate: 1 }, 'failed') ?? {};
    return beside(alone, 'running')?.x !== alone.x;
  };
  const seeds = Array.from({ length: 12 }, (_, i) => i);
  expect(seeds.filter(isMoved).length).toBeGreaterThanOrEqual(10);
});

test('what holds under a condition is learned from the points that have it', () => {
  const space: SearchSpace = {
    system: { type: 'choice', values: ['gan', 'wgan-gp'] },
    weight: { type: 'number', scale: 'log', low: 0.1, high: 1000, when: { parameter: 'system', values: ['wgan-gp'] } },
  };
  const observations: Observation[] = [];
  for (let i = 0; i < 60; i++) {
    const params = tpe({ space, direction: 'minimise', seed: 1, observations }) ?? {};
    const value = params.system === 'gan' ? 1 : Math.abs(Math.log10(Number(params.weight)) - 1);
    observations.push({ params, value, state: 'completed' });
  }
  const late = observations.slice(30).map(({ params }) => Number(params.weight));
  expect(late.filter((weight) => weight > 5 && weight < 20).length).toBeGreaterThan(15);
});
