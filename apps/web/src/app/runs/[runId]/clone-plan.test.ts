import { getPreset, type Run } from '@duality/shared';
import { expect, test } from 'vitest';
import { planClone, startOfClone, stepsToGo } from './clone-plan.ts';

const run = { id: 3, config: { ...getPreset('wgan-gp-ring').config, steps: 100 } } as Run;

test('what was typed becomes what differs', () => {
  const plan = planClone(run, 50, [
    { key: 'learningRate', value: '5e-4' },
    { key: 'criticSteps', value: '5' },
  ]);
  expect(plan.overrides).toEqual({ learningRate: 5e-4, criticSteps: 5 });
  expect(plan.differences).toEqual([{ key: 'learningRate', from: 1e-3, to: 5e-4 }]);
  expect(plan.problems).toEqual([]);
});

test('what cannot go on from these weights is told about at its key', () => {
  const keys = (value: string, key: string, at = 50) => planClone(run, at, [{ key, value }]).problems.map((p) => p.key);
  expect(keys('7', 'latentSize')).toEqual(['latentSize']);
  expect(keys('fast', 'learningRate')).toEqual(['learningRate']);
  expect(keys('100', 'steps', 100)).toEqual(['steps']);
});

test('from the last step it goes as far again', () => {
  expect(stepsToGo(run.config, 100)).toEqual([{ key: 'steps', value: 200 }]);
  expect(planClone(run, 100, stepsToGo(run.config, 100)).problems).toEqual([]);
  expect(stepsToGo(run.config, 60)).toEqual([]);
});

test('a fork starts at the newest checkpoint before what went wrong, with what may mend it', () => {
  const edits = { learningRate: 1e-4 };
  const start = (before: number, steps: number[]) => startOfClone(run.config, steps, { before, edits });
  expect(start(70, [90, 60, 30])).toEqual({ at: 60, changes: [{ key: 'learningRate', value: 1e-4 }] });
  expect(start(60, [90, 60, 30]).at).toBe(60);
  expect(start(10, [90, 60, 30]).at).toBe(30);
  expect(start(100, [100]).changes).toEqual([
    { key: 'learningRate', value: 1e-4 },
    { key: 'steps', value: 200 },
  ]);
  expect(startOfClone(run.config, [90, 60])).toEqual({ at: 90, changes: [] });
});
