import { parseSweep, type SweepStatus } from '@duality/shared';
import { expect, test } from 'vitest';
import { countStates, describeCounts, isLive } from './trial-counts.ts';

const request = parseSweep({
  name: 'counted',
  preset: 'wgan-gp-ring',
  space: { criticSteps: { type: 'choice', values: [1, 2, 3, 4] } },
  seeds: [1, 2],
  objective: { metric: 'eval.modes', direction: 'maximise' },
});
const sweep = (counts = {}, status: SweepStatus = 'running') => ({ counts, status, request });

test('what is over fills the bar first, and what is to come is told', () => {
  const counted = countStates(sweep({ running: 2, completed: 3, pruned: 1 }));
  expect(counted).toMatchObject({ done: 4, total: 8 });
  expect(counted.parts.map(({ state }) => state)).toEqual(['completed', 'pruned', 'running']);
  expect(describeCounts(counted)).toBe('3 completed, 1 ended early, 2 running, 2 to come');
  expect(describeCounts(countStates(sweep({}, 'cancelled')))).toBe('no trials yet');
});

test('a sweep that proposes no more has no more trials than it has', () => {
  expect(countStates(sweep({ completed: 3, stopped: 1 }, 'cancelled'))).toMatchObject({ done: 4, total: 4 });
});

test('where only the clock ends it, nobody knows how many there will be', () => {
  const endless = { ...request, strategy: 'random' as const, budget: { minutes: 5 } };
  expect(countStates({ ...sweep({ completed: 3 }), request: endless }).total).toBeNull();
});

test('a stopped sweep is live until its last trial has ended', () => {
  expect(isLive(sweep({ running: 1 }, 'stopped'))).toBe(true);
  expect(isLive(sweep({ completed: 1 }, 'stopped'))).toBe(false);
  expect(isLive(sweep({}, 'paused'))).toBe(true);
});
