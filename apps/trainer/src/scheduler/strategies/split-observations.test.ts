import type { Observation } from '@duality/shared';
import { expect, test } from 'vitest';
import { splitObservations } from './split-observations.ts';

const of = (state: Observation['state'], value: number | null, lastStep?: number): Observation => ({
  params: {},
  value,
  state,
  ...(lastStep !== undefined && { lastStep }),
});
const split = (observations: Observation[], direction: 'minimise' | 'maximise' = 'minimise') =>
  splitObservations({ space: {}, direction, seed: 0, observations });

test('the best tenth is good, at most 25', () => {
  const observations = Array.from({ length: 20 }, (_, i) => of('completed', (i * 7) % 20));
  expect(split(observations).good.map(({ value }) => value)).toEqual([0, 1]);
  expect(split(observations, 'maximise').good.map(({ value }) => value)).toEqual([18, 19]);
  expect(split(Array.from({ length: 400 }, (_, i) => of('completed', i))).good).toHaveLength(25);
});

test('pruned points come after completed ones, the furthest first, those without a value last', () => {
  const observations = [
    of('pruned', 0.1, 100),
    of('pruned', null, 400),
    of('pruned', 0.3, 400),
    of('completed', 9),
    ...Array.from({ length: 11 }, () => of('pruned', 0.5, 10)),
  ];
  expect(split(observations).good).toEqual([observations[2], observations[3]]);
  const more = [...observations, ...Array.from({ length: 20 }, () => of('pruned', 0.5, 10))];
  expect(split(more).good).toEqual(observations.slice(0, 4));
});

test('what trains is among the rest, and what failed or has no number nowhere', () => {
  const running = of('running', null);
  const { good, rest } = split([of('completed', 2), running, of('failed', null), of('completed', null)]);
  expect(good).toEqual([of('completed', 2)]);
  expect(rest).toEqual([running]);
});
