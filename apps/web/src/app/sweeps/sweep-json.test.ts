import { parseSweep } from '@duality/shared';
import { expect, test } from 'vitest';
import { starterSweep } from './starter-sweep.ts';
import { writeSweep } from './sweep-json.ts';

const everything = {
  name: 'all of it',
  experiment: 'another',
  preset: 'wgan-gp-ring',
  set: { steps: 200, evaluateEvery: 50 },
  space: {
    learningRate: { type: 'number', scale: 'log', low: 1e-4, high: 1e-2 },
    optimiser: { type: 'choice', values: ['adam', 'rmsprop'] },
    adamBeta1: { type: 'number', low: 0, high: 0.9, step: 0.1, when: { parameter: 'optimiser', values: ['adam'] } },
  },
  seeds: [1, 2],
  strategy: 'tpe',
  strategySeed: 3,
  earlyStopping: { rule: 'median', afterTrials: 5, afterSteps: 100 },
  objective: { metric: 'eval.modes', summary: 'meanOfLast', count: 5, direction: 'maximise' },
  budget: { trials: 20, minutes: 30 },
  concurrency: 2,
  retries: 0,
  engine: 'wasm',
  place: { kind: 'slurm', account: 'lab', minutes: 240 },
};

test.each([starterSweep, everything])('what is written is read as the same sweep', (input) => {
  const request = parseSweep(input);
  expect(parseSweep(JSON.parse(writeSweep(request)))).toEqual(request);
});

test('what goes without saying is not said', () => {
  const short = {
    name: 'short',
    preset: 'wgan-gp-ring',
    space: { criticSteps: { type: 'integer', low: 1, high: 5 } },
    objective: { metric: 'eval.modes', direction: 'maximise' },
    place: { kind: 'slurm' },
  };
  expect(JSON.parse(writeSweep(parseSweep(short)))).toEqual(short);
});
