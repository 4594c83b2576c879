import { expect, test } from 'vitest';
import type { AlertRuleName } from '../domain/doctor/rule-names.ts';
import { aRequest, useTestStore } from './test-store.ts';

const lab = useTestStore();
const newRun = () => lab.store.run.queue(aRequest()).id;
const anAlert = (runId: number, step: number, rule: AlertRuleName = 'frozen-loss') => ({
  runId,
  step,
  rule,
  severity: 'error' as const,
  message: `the loss stands still since step ${step}`,
  edits: { learningRate: 1e-4 },
});
const told = (runId: number) => lab.store.alert.list(runId).map(({ rule, step, endedStep }) => [rule, step, endedStep]);

test('an alert holds until it is ended, and is counted with its run for as long', () => {
  const runId = newRun();
  const before = lab.store.change.newest();
  lab.store.alert.raise(anAlert(runId, 7));
  expect(lab.store.alert.list(runId)).toMatchObject([{ ...anAlert(runId, 7), endedStep: null }]);
  expect(lab.store.run.getSummary(runId).alerts).toEqual({ warning: 0, error: 1 });
  lab.store.alert.end(runId, 'frozen-loss', 9);
  expect(told(runId)).toEqual([['frozen-loss', 7, 9]]);
  expect(lab.store.run.getSummary(runId).alerts).toEqual({ warning: 0, error: 0 });
  expect(lab.store.change.listSince(before, 10)).toMatchObject([{ kind: 'run' }, { kind: 'run' }]);
});

test('the same alert at the same step is one', () => {
  const runId = newRun();
  lab.store.alert.raise(anAlert(runId, 7));
  lab.store.alert.end(runId, 'frozen-loss', 8);
  lab.store.alert.raise(anAlert(runId, 7));
  expect(told(runId)).toEqual([['frozen-loss', 7, null]]);
});

test('a run that goes back to a checkpoint has the alerts that it had then', () => {
  const runId = newRun();
  lab.store.alert.raise(anAlert(runId, 5, 'slope-far-from-one'));
  lab.store.alert.end(runId, 'slope-far-from-one', 30);
  lab.store.alert.raise(anAlert(runId, 6, 'mode-collapse'));
  lab.store.alert.end(runId, 'mode-collapse', 20);
  lab.store.alert.raise(anAlert(runId, 25));
  lab.store.alert.rewind(runId, 20);
  expect(told(runId)).toEqual([
    ['slope-far-from-one', 5, null],
    ['mode-collapse', 6, 20],
  ]);
});
