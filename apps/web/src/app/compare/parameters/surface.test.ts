import { describeParameters, encode, growWholeForest, mainEffects } from '@duality/shared/analysis';
import { expect, test } from 'vitest';
import type { JudgedRun } from './plot.ts';
import { choosePair, drawSurface } from './surface.ts';

const configs = Array.from({ length: 100 }, (_, i) => ({
  learningRate: 10 ** (-5 + (i % 10) / 3),
  batchSize: 8 * (1 + Math.floor(i / 10)),
  optimiser: i % 2 ? 'sgd' : 'adam',
}));
const objective = ({ learningRate, batchSize }: (typeof configs)[number]) => 100 * Math.log10(learningRate) + batchSize;
const parameters = describeParameters(configs);
const { dimensions, rows } = encode(parameters, configs);
const forest = growWholeForest({ dimensions, rows, values: configs.map(objective) });
const grown = { forest, rows, parameters, effects: mainEffects(forest), runs: configs.length };
const runs = configs.map((config, i) => ({ id: i + 1, config, objective: objective(config) }) as unknown as JudgedRun);

test('the pair that was asked for is drawn, or else the two that matter most', () => {
  expect(choosePair(grown, ['optimiser', 'batchSize'])).toEqual(['optimiser', 'batchSize']);
  for (const asked of [undefined, ['optimiser', 'nothing'], ['optimiser', 'optimiser']] as const) {
    expect(choosePair(grown, asked)).toEqual(['learningRate', 'batchSize']);
  }
});

test('the goal decides which cells are good, and runs lie where their values are', () => {
  const lower = drawSurface(grown, runs, ['learningRate', 'batchSize'], 'min');
  const higher = drawSurface(grown, runs, ['learningRate', 'batchSize'], 'max');
  expect(lower.shares[0]).toBeGreaterThan(0.9);
  expect(higher.shares[0]).toBeLessThan(0.1);
  expect(lower.points[0]).toEqual({ id: 1, x: 0, y: 0 });
  expect(lower.points[99]?.x).toBeCloseTo(1);
  expect(lower.x.scale).toBe('log');
});

test('contours are at round values, and there are none between choices', () => {
  const numbers = drawSurface(grown, runs, ['learningRate', 'batchSize'], 'min');
  expect(numbers.marks.length).toBeGreaterThan(2);
  for (const mark of numbers.marks) expect(mark % 50).toBeCloseTo(0);
  const choice = drawSurface(grown, runs, ['optimiser', 'batchSize'], 'min');
  expect(choice.marks).toEqual([]);
  expect(choice.x.choices.map(({ value }) => value)).toEqual(['adam', 'sgd']);
  expect([choice.points[0]?.x, choice.points[1]?.x]).toEqual([0.25, 0.75]);
});
