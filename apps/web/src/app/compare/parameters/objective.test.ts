import { expect, test } from 'vitest';
import { chooseObjective, defaultGoal, objectiveChoices } from './objective.ts';

test('runs are judged by the first value that enough of them have', () => {
  const runs = [
    { values: [null, 1, 2] },
    { values: [null, null, 2] },
    { values: [3, null, 2] },
    { values: [null, 1, 2] },
  ];
  expect(chooseObjective(['a', 'b', 'c'], runs)).toBe('b');
  expect(chooseObjective(['a'], [{ values: [null] }])).toBeUndefined();
  expect(chooseObjective(['a'], [])).toBeUndefined();
});

test('shares and found modes are to rise, everything else to fall', () => {
  expect(['last(eval.modes)', 'max( eval.recall )', 'last(eval.w1)', 'duration'].map(defaultGoal)).toEqual([
    'max',
    'max',
    'min',
    'min',
  ]);
});

test('the last and the best of each metric are offered first, each once', () => {
  expect(objectiveChoices(['eval.w1', 'eval.modes']).slice(0, 4)).toEqual([
    'last(eval.w1)',
    'last(eval.modes)',
    'min(eval.w1)',
    'max(eval.modes)',
  ]);
  const choices = objectiveChoices(['eval.w1', 'eval.modes']);
  expect(new Set(choices).size).toBe(choices.length);
});
