import { findSweepProblems, getPreset, parseSweep, type SweepInput } from '@duality/shared';
import { describe, expect, test } from 'vitest';
import { starterSweep } from '../starter-sweep.ts';
import { firstDimension } from './typed-dimension.ts';
import { readTyped, typedFrom } from './typed-sweep.ts';

const everything = {
  name: 'all of it',
  experiment: 'another',
  preset: 'wgan-gp-ring',
  set: { steps: 200, evaluateEvery: 50, asPrinted: false, network: 'mlp' },
  space: {
    learningRate: { type: 'number', scale: 'log', low: 1e-4, high: 1e-2 },
    criticSteps: { type: 'integer', low: 1, high: 9, step: 2 },
    optimiser: { type: 'choice', values: ['adam', 'rmsprop'] },
    adamBeta1: { type: 'number', low: 0, high: 0.9, step: 0.1, when: { parameter: 'optimiser', values: ['adam'] } },
    emaDecay: { type: 'choice', values: [0, 0.99], when: { parameter: 'criticSteps', values: [1, 3] } },
  },
  seeds: [1, 2],
  strategy: 'tpe',
  strategySeed: 3,
  earlyStopping: { rule: 'asha', firstRung: 50, reductionFactor: 3 },
  objective: { metric: 'eval.modes', summary: 'meanOfLast', count: 5, direction: 'maximise' },
  budget: { trials: 20, minutes: 30 },
  concurrency: 2,
  retries: 0,
  engine: 'wasm',
  place: { kind: 'slurm', partition: 'gpu', gpus: 1, flags: ['--exclusive', '--nice=5'] },
} satisfies SweepInput;

const median = {
  ...everything,
  earlyStopping: { rule: 'median', afterTrials: 3, afterSteps: 10 },
} satisfies SweepInput;

test.each([everything, median, starterSweep])('a sweep goes through the form unchanged', (input) => {
  const request = parseSweep(input);
  expect(parseSweep(readTyped(typedFrom(request)))).toEqual(request);
});

describe('what is half typed', () => {
  const typed = typedFrom(parseSweep(everything));
  const [rate] = typed.space;
  if (!rate) throw new Error('the first parameter is missing');
  const problemsOf = (changes: Partial<typeof typed>) =>
    findSweepProblems(readTyped({ ...typed, ...changes })).map(({ key }) => key);

  test('is told about at its field', () => {
    expect(problemsOf({ space: [{ ...rate, low: 'small' }] })).toEqual(['space.learningRate.low']);
    expect(problemsOf({ space: [{ ...rate, high: '' }] })).toEqual(['space.learningRate.high']);
    expect(problemsOf({ seeds: '1, two' })).toEqual(['seeds.1']);
    expect(problemsOf({ trials: '' })).toEqual(['budget.trials']);
    expect(problemsOf({ firstRung: '' })).toEqual(['earlyStopping.firstRung']);
    expect(problemsOf({ metric: ' ' })).toEqual(['objective.metric']);
    expect(problemsOf({ space: [] })).toEqual(['space']);
    expect(problemsOf({ place: { ...typed.place, flags: '--exclusive --uid=0' } })).toEqual(['place.flags.1']);
  });

  test('an empty field is as it would be anyway', () => {
    const blank = { ...typed, name: '', seeds: '', concurrency: '', strategySeed: '', retries: '', space: [rate] };
    expect(parseSweep(readTyped(blank))).toMatchObject({
      name: 'Learning rate of wgan-gp-ring',
      seeds: [1],
      strategySeed: 0,
      retries: 1,
    });
  });
});

describe('a parameter that is chosen to vary', () => {
  const { config } = getPreset('wgan-gp-ring');
  const first = (key: string, isGrid: boolean) => firstDimension(key, config, 'wgan-gp-ring', isGrid);

  test('begins with the preset’s value in a grid', () => {
    expect(first('learningRate', true)).toMatchObject({ isRange: false, values: ['0.001'] });
    expect(first('optimiser', true)).toMatchObject({ values: ['adam', 'rmsprop'] });
    expect(first('preset', true)).toMatchObject({ values: ['wgan-gp-ring'] });
  });

  test('begins with a range around it where points are drawn', () => {
    expect(first('learningRate', false)).toMatchObject({ isRange: true, scale: 'log', low: '0.0001', high: '0.01' });
    expect(first('criticSteps', false)).toMatchObject({ isRange: true, scale: 'linear', low: '2', high: '10' });
    expect(first('optimiser', false)).toMatchObject({ isRange: false });
  });
});
