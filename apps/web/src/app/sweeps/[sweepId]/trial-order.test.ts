import type { Trial, TrialState } from '@duality/shared';
import { expect, test } from 'vitest';
import { bestTrials, rankTrials } from './trial-order.ts';

const trial = (number: number, objective: number | null, state: TrialState = 'completed') =>
  ({ number, objective, state }) as Trial;
const trials = [trial(1, 3), trial(2, null, 'failed'), trial(3, 1), trial(4, 3), trial(5, 0, 'running')];
const numbers = (list: Trial[]) => list.map(({ number }) => number);

test('the best come first, whichever way is better, and equals in their order', () => {
  expect(numbers(rankTrials(trials, { direction: 'minimise' }))).toEqual([5, 3, 1, 4, 2]);
  expect(numbers(rankTrials(trials, { direction: 'maximise' }))).toEqual([1, 4, 3, 5, 2]);
});

test('only what is completed can be the best', () => {
  expect(numbers(bestTrials(trials, { direction: 'minimise' }, 2))).toEqual([3, 1]);
});
