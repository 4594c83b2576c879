import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { uniforms } from '../random.ts';
import { interaction, mainEffects } from './importance.ts';
import type { Parameter } from './parameter.ts';
import { growWholeForest } from './random-forest.ts';
import { rankCorrelation } from './rank-correlation.ts';
import { encode } from './space.ts';

interface Case {
  name: string;
  parameters: { key: string; low?: number; high?: number; choices?: string[] }[];
  trials: (number | string)[][];
  importances: Record<string, number>;
  spread: Record<string, number>;
}

const cases: Case[] = readFileSync(
  new URL('../../../../tests/reference/importance/optuna.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const asParameter = ({ key, low = 0, high = 0, choices }: Case['parameters'][number]): Parameter => ({
  key,
  kind: choices ? 'choice' : 'number',
  values: choices ?? [],
  low,
  high,
  scale: 'linear',
});

for (const { name, parameters: given, trials, importances, spread } of cases) {
  test(`${name}: as important as Optuna says, and in the same order where it is sure of the order`, () => {
    const parameters = given.map(asParameter);
    const configs = trials.map((trial) => Object.fromEntries(given.map(({ key }, i) => [key, trial[i]])));
    const forest = growWholeForest({
      ...encode(parameters, configs),
      values: trials.map((trial) => Number(trial.at(-1))),
    });
    const effects = mainEffects(forest) ?? [];
    const total = effects.reduce((sum, { mean }) => sum + mean, 0);
    const ours = Object.fromEntries(given.map(({ key }, i) => [key, (effects[i]?.mean ?? 0) / total]));
    const tolerance = given.some(({ choices }) => choices) ? 0.12 : 0.06;
    for (const { key } of given) {
      expect(Math.abs((ours[key] as number) - (importances[key] as number)), key).toBeLessThan(tolerance);
      for (const { key: other } of given) {
        const doubt = 3 * ((spread[key] as number) + (spread[other] as number));
        if ((importances[key] as number) - (importances[other] as number) <= doubt) continue;
        expect(ours[key], `${key} before ${other}`).toBeGreaterThan(ours[other] as number);
      }
    }
    const keys = given.map(({ key }) => key);
    const rank = rankCorrelation(
      keys.map((key) => ours[key] as number),
      keys.map((key) => importances[key] as number),
    );
    if (keys.length > 2) expect(rank?.value).toBeGreaterThanOrEqual(0.8);
  });
}

/** Every pair of levels once, as a full factorial design has them. */
function onGrid(levels: number, value: (x: number, y: number) => number) {
  const points = Array.from({ length: levels ** 2 }, (_, i) => [
    (i % levels) / (levels - 1),
    Math.floor(i / levels) / (levels - 1),
  ]);
  const configs = points.map(([x, y]) => ({ x, y }));
  const space = encode(
    ['x', 'y'].map((key) => asParameter({ key, low: 0, high: 1 })),
    configs,
  );
  return growWholeForest({ ...space, values: points.map(([x = 0, y = 0]) => value(x, y)) });
}

test('the variance of a sum is shared as its terms share it, and nothing is left for both together', () => {
  const forest = onGrid(16, (x, y) => 3 * x + y);
  const [x, y] = mainEffects(forest) ?? [];
  expect(x?.mean).toBeCloseTo(0.9, 1);
  expect(y?.mean).toBeCloseTo(0.1, 1);
  expect(interaction(forest, 0, 1)?.mean).toBeLessThan(0.03);
});

test('what only shows in both together is an interaction', () => {
  const forest = onGrid(16, (x, y) => (2 * x - 1) * (2 * y - 1));
  const [x, y] = mainEffects(forest) ?? [];
  expect((x?.mean ?? 1) + (y?.mean ?? 1)).toBeLessThan(0.1);
  expect(interaction(forest, 0, 1)?.mean).toBeGreaterThan(0.9);
});

test('the interval holds the mean of the trees and narrows with more runs', () => {
  const noisy = (levels: number) => {
    const noise = uniforms({ seed: 3, stream: 9, counter: 0 }, levels ** 2);
    let next = 0;
    return mainEffects(onGrid(levels, (x) => x + 0.5 * (noise[next++] as number)))?.[0];
  };
  const [few, many] = [noisy(4), noisy(16)];
  expect(few?.low).toBeLessThan(few?.mean as number);
  expect(few?.high).toBeGreaterThan(few?.mean as number);
  expect((many?.high ?? 1) - (many?.low ?? 0)).toBeLessThan((few?.high ?? 0) - (few?.low ?? 0));
});

test('where every run ends alike nothing is important, and that is said', () => {
  expect(mainEffects(onGrid(4, () => 1))).toBeNull();
});
