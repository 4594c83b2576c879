import type { Trial } from '@duality/shared';
import { expect, test } from 'vitest';
import { observe } from './observe.ts';

const trial = (point: number, objective: number | null, state: Trial['state'] = 'completed'): Trial => ({
  ...{ id: 1, sweepId: 1, number: 1, seed: 1, runId: 1, isPaused: false, isStopping: false, reason: null, retries: 0 },
  ...{
    judgedStep: -1,
    interruptions: 0,
    lastStep: 9,
    startedAt: 1,
    endedAt: 2,
    point,
    params: { batchSize: point },
    state,
    objective,
  },
  isSettled: state !== 'running',
});

test('a point is the mean over its seeds, without those that failed', () => {
  const trials = [trial(0, 1), trial(1, 5), trial(0, 3), trial(1, null, 'failed')];
  expect(observe(trials)).toEqual([
    { params: { batchSize: 0 }, value: 2, state: 'completed' },
    { params: { batchSize: 1 }, value: 5, state: 'completed' },
  ]);
});

test('it counts as running until all of its seeds are over', () => {
  expect(observe([trial(0, 1), trial(0, null, 'running')])).toMatchObject([{ value: null, state: 'running' }]);
});

test('one that the rule ended says so and how far it came, and one without any value has failed', () => {
  expect(observe([trial(0, 4, 'pruned'), trial(1, null, 'stopped')])).toMatchObject([
    { value: 4, state: 'pruned', lastStep: 9 },
    { value: null, state: 'failed' },
  ]);
});
