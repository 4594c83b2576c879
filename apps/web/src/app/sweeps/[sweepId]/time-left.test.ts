import type { Trial, TrialState } from '@duality/shared';
import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

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

test('no trial starts after the budget of minutes', () => {
  expect(left([completed(1000)], null, 5000)).toEqual({ low: 6000, high: 6000 });
  expect(left([completed(1000)], 3, 50_000)).toEqual({ low: 2000, high: 2000 });
  expect(left([completed(1000)], null)).toBeNull();
});
