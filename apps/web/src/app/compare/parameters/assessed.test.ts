import { describeParameters, encode, growWholeForest } from '@duality/shared/analysis';
import { expect, test } from 'vitest';
import { type Assessed, explainLeft, explainNoForest, explainTrust } from './assessed.ts';
import type { JudgedRun } from './plot.ts';

const configs = Array.from({ length: 30 }, (_, i) => ({ x: i, y: (i * 7) % 30 }));
const parameters = describeParameters(configs);
const runs = (count: number) => configs.slice(0, count) as unknown as JudgedRun[];
const assessed = (changes: Partial<Assessed>): Assessed => ({
  forest: undefined,
  parameters,
  measured: runs(30),
  left: 0,
  objective: 'last(eval.w1)',
  goal: 'min',
  isPending: false,
  ...changes,
});
const grown = (count: number, value: (x: number) => number) => {
  const some = configs.slice(0, count);
  const { dimensions, rows } = encode(parameters, some);
  const forest = growWholeForest({ dimensions, rows, values: some.map(({ x }) => value(x)) });
  return { forest, rows, parameters, effects: null, runs: count };
};

test('where nothing can be asked it is said why', () => {
  expect(explainNoForest(assessed({}))).toBeUndefined();
  expect(explainNoForest(assessed({ objective: undefined }))).toContain('No run has a value');
  expect(explainNoForest(assessed({ measured: [] }))).toContain('No run has a value');
  expect(explainNoForest(assessed({ parameters: [] }))).toContain('All parameters are equal');
  expect(explainNoForest(assessed({ measured: runs(3) }))).toBe('It takes 4 runs with a value at least; there are 3.');
  expect(explainNoForest(assessed({ measured: [], isPending: true }))).toBeUndefined();
});

test('few runs, noise and a constant are no ground to stand on', () => {
  expect(explainTrust(grown(30, (x) => x))).toMatchObject({ isPoor: false });
  expect(explainTrust(grown(30, (x) => x)).text).toMatch(/^From 30 runs; the forest predicts 9\d % /);
  expect(explainTrust(grown(8, (x) => x)).text).toContain('Fewer than 10 runs');
  expect(explainTrust(grown(30, (x) => Math.sin(1e4 * x)))).toMatchObject({ isPoor: true });
  expect(explainTrust(grown(30, () => 1))).toEqual({ text: 'Every run came to the same value.', isPoor: true });
});

test('runs that are left out are counted', () => {
  expect([0, 1, 3].map(explainLeft)).toEqual([
    '',
    '1 run without a value, such as failed ones, is left out.',
    '3 runs without a value, such as failed ones, are left out.',
  ]);
});
