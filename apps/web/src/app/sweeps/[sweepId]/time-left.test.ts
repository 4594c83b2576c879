import type { Trial, TrialState } from '@duality/shared';
import { expect, test } from 'vitest';
import { formatTimeLeft, timeLeft } from './time-left.ts';

const now = 1_000_000;
const trial = (state: TrialState, startedAt: number | null, endedAt: number | null = null) =>
  ({ state, startedAt, endedAt }) as Trial;
const completed = (took: number) => trial('completed', 0, took);
const left = (trials: Trial[], total: number | null, untilDeadline: number | null = null) =>
  timeLeft({ trials, total, untilDeadline, now });

test('before the first trial has ended nobody knows', () => {
  expect(left([trial('running', now - 500)], 4)).toBeNull();
});

test('what is left takes as long as the middle half of what there was', () => {
  const trials = [completed(1000), completed(2000), completed(3000), completed(4000), completed(5000)];
  expect(left(trials, 7)).toEqual({ low: 4000, high: 8000 });
});

test('trials that run at once share what is left, and none ends before its own end', () => {
  const trials = [completed(1000), trial('running', now - 400), trial('running', now)];
  expect(left(trials, 3)).toEqual({ low: 1000, high: 1000 });
  expect(left(trials, 7)).toEqual({ low: (600 + 1000 + 4000) / 2, high: (600 + 1000 + 4000) / 2 });
});

test('a trial that takes long is held against those that took longer still, and ends any moment after all of them', () => {
  const before = [completed(1000), completed(2000), completed(4000), completed(6000)];
  expect(left([...before, trial('running', now - 3000)], 5)).toEqual({ low: 1500, high: 2500 });
  expect(left([...before, trial('running', now - 5000)], 5)).toEqual({ low: 1000, high: 1000 });
  expect(left([...before, trial('running', now - 7000)], 5)).toEqual({ low: 0, high: 0 });
});

test.each([
  [0, 400, 'any moment'],
  [0, 20_000, 'up to 20 s'],
  [15_000, 20_000, '15 s – 20 s'],
  [20_100, 20_200, '20 s'],
])('from %i to %i ms reads %s', (low, high, text) => expect(formatTimeLeft({ low, high })).toBe(text));

test('no trial starts after the budget of minutes', () => {
  expect(left([completed(1000)], null, 5000)).toEqual({ low: 6000, high: 6000 });
  expect(left([completed(1000)], 3, 50_000)).toEqual({ low: 2000, high: 2000 });
  expect(left([completed(1000)], null)).toBeNull();
});
