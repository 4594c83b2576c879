import { expect, test } from 'vitest';
import { describeParameters } from './parameter.ts';
import { growForest, growWholeForest, predict } from './random-forest.ts';
import { encode } from './space.ts';

function sampleOf(configs: Record<string, unknown>[], values: number[]) {
  return { ...encode(describeParameters(configs), configs), values };
}

const line = Array.from({ length: 60 }, (_, i) => ({ x: i, noise: (i * 37) % 60 }));

test('the same runs and seed give the same forest, another seed another one', () => {
  const sample = sampleOf(
    line,
    line.map(({ x }) => x ** 2),
  );
  const predictions = (seed: number) => sample.rows.map((row) => predict(growWholeForest(sample, seed, 8), row));
  expect(predictions(1)).toEqual(predictions(1));
  expect(predictions(1)).not.toEqual(predictions(2));
});

test('it predicts runs that its trees have not seen', () => {
  const sample = sampleOf(
    line,
    line.map(({ x }) => x ** 2),
  );
  expect(growWholeForest(sample).outOfBagR2).toBeGreaterThan(0.95);
});

test('out of bag it does not pretend to know noise', () => {
  const sample = sampleOf(
    line,
    line.map(({ x }) => Math.sin(1e4 * x)),
  );
  expect(growWholeForest(sample).outOfBagR2).toBeLessThan(0.2);
});

test('choices are told apart, however many there are, and a key that is missing too', () => {
  const configs = line.map(({ x }) => (x % 4 === 3 ? { noise: x } : { system: 'abc'[x % 4], noise: x }));
  const forest = growWholeForest(
    sampleOf(
      configs,
      configs.map((_, i) => [1, 5, 2, 9][i % 4] as number),
    ),
  );
  const { rows } = encode(describeParameters(configs), configs);
  for (const [i, value] of [1, 5, 2, 9].entries())
    expect(predict(forest, rows[20 + i] as Float64Array)).toBeCloseTo(value, 0);
});

test('a number that some configs lack splits where they lack it', () => {
  const configs = line.map(({ x }) => (x % 3 === 0 ? {} : { weight: 5 + (x % 2) }));
  const sample = sampleOf(
    configs,
    configs.map((config) => ('weight' in config ? 1 : 7)),
  );
  const forest = growWholeForest(sample);
  expect(sample.rows.map((row) => predict(forest, row))).toEqual(sample.values);
});

test('it is grown a tree at a time', () => {
  const sample = sampleOf(
    line,
    line.map(({ x }) => x),
  );
  expect([...growForest(sample, 0, 3)]).toEqual([1, 2, 3]);
});
