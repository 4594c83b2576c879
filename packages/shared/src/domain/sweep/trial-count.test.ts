import { expect, test } from 'vitest';
import { parseSweep } from './sweep-problems.ts';
import type { SweepInput } from './sweep-request.ts';
import { countTrials } from './trial-count.ts';

const count = (changes: Partial<SweepInput> = {}) =>
  countTrials(
    parseSweep({
      name: 'counted',
      preset: 'wgan-gp-ring',
      space: {
        criticSteps: { type: 'choice', values: [1, 5] },
        learningRate: { type: 'number', low: 0.001, high: 0.003, step: 0.001 },
      },
      objective: { metric: 'eval.modes', direction: 'maximise' },
      ...changes,
    }),
  );

test('a grid has each point once with each seed', () => {
  expect(count()).toBe(6);
  expect(count({ seeds: [1, 2] })).toBe(12);
});

test('a budget ends a grid early, and is all that ends the others', () => {
  expect(count({ seeds: [1, 2], budget: { trials: 7 } })).toBe(7);
  expect(count({ budget: { trials: 1000 } })).toBe(6);
  expect(count({ strategy: 'random', budget: { trials: 40 } })).toBe(40);
});

test('a parameter that does not hold is not counted', () => {
  const space = {
    optimiser: { type: 'choice', values: ['adam', 'rmsprop'] },
    adamBeta1: { type: 'choice', values: [0, 0.5, 0.9], when: { parameter: 'optimiser', values: ['adam'] } },
  } satisfies SweepInput['space'];
  expect(count({ space })).toBe(4);
});

test('a grid that is too large to be walked through has an answer at once', () => {
  const many = { type: 'integer', low: 1, high: 4000 } as const;
  expect(count({ space: { hiddenSize: many, latentSize: many } })).toBe(16_000_000);
  const depending = { ...many, when: { parameter: 'hiddenSize', values: [1] } };
  expect(count({ space: { hiddenSize: many, latentSize: depending } })).toBe(Number.POSITIVE_INFINITY);
});
