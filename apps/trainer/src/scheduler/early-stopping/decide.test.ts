import type { EarlyStopping, TrialState } from '@duality/shared';
import { expect, test } from 'vitest';
import { decideStopping } from './decide.ts';
import type { StoppingQuestion, TrialCurve } from './trial-curve.ts';

const curve = (number: number, state: TrialState, ...values: (number | null)[]): TrialCurve => ({
  number,
  state,
  reports: values.map((value, i) => ({ step: (i + 1) * 100, value })),
});
const ask = (rule: EarlyStopping, trial: TrialCurve, others: TrialCurve[], more: Partial<StoppingQuestion> = {}) =>
  decideStopping(rule, { trial, others, direction: 'minimise', metric: 'w1', mostSteps: 1000, ...more });

const afterTwo = { rule: 'median', afterTrials: 2, afterSteps: 0 } as const;
const completed = [curve(0, 'completed', 0.9, 0.5), curve(1, 'completed', 0.8, 0.25), curve(2, 'completed', 0.7, 0.3)];

test('the median rule says at which step, against what and of how many', () => {
  expect(ask(afterTwo, curve(3, 'running', 0.8, 0.61234), completed)).toEqual({
    isStopped: true,
    reason: 'at step 200 its w1 of 0.6123 at best is worse than the median 0.3 of 3 trials',
  });
  expect(ask(afterTwo, curve(3, 'running', 0.8, 0.3), completed)).toEqual({ isStopped: false, reason: '' });
  expect(ask(afterTwo, curve(3, 'running', 0.1, 0.9), completed).isStopped).toBe(false);
});

test('the median rule waits for trials and steps, and asks of none that it has nothing to compare with', () => {
  const bad = curve(3, 'running', 5, 5);
  expect(ask({ ...afterTwo, afterTrials: 4 }, bad, completed).isStopped).toBe(false);
  expect(ask({ ...afterTwo, afterSteps: 201 }, bad, completed).isStopped).toBe(false);
  const elsewhere = [1, 2].map((number) => ({ ...curve(number, 'completed'), reports: [{ step: 150, value: 0 }] }));
  expect(ask(afterTwo, bad, elsewhere).isStopped).toBe(false);
  expect(ask(afterTwo, curve(3, 'running', null), completed).reason).toBe(
    'at step 100 its w1 has not been a finite number yet',
  );
});

const ladder = { rule: 'asha', firstRung: 100, reductionFactor: 2 } as const;
const rivals = [curve(0, 'running', 0.1, 0.1), curve(1, 'pruned', 0.5), curve(2, 'running', 0.6)];

test('a ladder says at which rung, how many are better and what it takes', () => {
  expect(ask(ladder, curve(3, 'running', 0.55), rivals)).toEqual({
    isStopped: true,
    reason: 'at step 100 its w1 of 0.55 is not among the best 2 of 4 trials that came as far, which takes 0.5',
  });
  expect(ask(ladder, curve(3, 'running', 0.2, 0.2), rivals).reason).toBe(
    'at step 200 its w1 of 0.2 is not the best of 2 trials that came as far, which takes 0.1',
  );
  expect(ask(ladder, curve(3, 'running', null), []).reason).toBe('at step 100 its w1 is not a finite number');
  expect(ask(ladder, curve(3, 'running', 9), []).isStopped).toBe(false);
});

test('what has passed a rung stays past it, whoever comes later', () => {
  const trial = curve(3, 'running', 0.55);
  expect(ask(ladder, trial, rivals, { judgedTo: 99 }).isStopped).toBe(true);
  expect(ask(ladder, trial, rivals, { judgedTo: 100 }).isStopped).toBe(false);
});

test('several reports at once are judged like one after the other', () => {
  expect(ask(ladder, curve(3, 'running', 0.55, 0.01, 0.01), rivals).isStopped).toBe(true);
  expect(ask(afterTwo, curve(3, 'running', 0.95, 0.01), completed).reason).toMatch(/^at step 100 /);
});

test('no trial is stopped at its last step', () => {
  expect(ask(ladder, curve(3, 'running', 0.55), rivals, { mostSteps: 100 }).isStopped).toBe(false);
  expect(ask(afterTwo, curve(3, 'running', 0.1, 5), completed, { mostSteps: 200 }).isStopped).toBe(false);
});
