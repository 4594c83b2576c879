import { expect, test } from 'vitest';
import { findSweepProblems, parseSweep } from './sweep-problems.ts';
import type { SweepInput } from './sweep-request.ts';

const sweep = (changes: object = {}): SweepInput => ({
  name: 'λ and rate',
  preset: 'wgan-gp-ring',
  space: { gradientPenaltyWeight: { type: 'choice', values: [1, 10] } },
  objective: { metric: 'eval.modes', direction: 'minimise' },
  ...changes,
});
const space = (key: string, dimension: object) => sweep({ space: { [key]: dimension } });
const keysOf = (input: unknown) => findSweepProblems(input).map(({ key }) => key);

test('what has a default may be missing', () => {
  expect(parseSweep(sweep())).toMatchObject({ strategy: 'grid', seeds: [1], retries: 1, engine: 'auto', budget: {} });
  expect(parseSweep(sweep()).objective).toMatchObject({ summary: 'last' });
});

test('what the schema library stumbles over is a problem, too', () => {
  const objective = { metric: { length: { toString: null } }, direction: 'minimise' };
  expect(findSweepProblems(sweep({ objective }))).toEqual([
    { key: '', message: 'must have no "length" that is no number' },
  ]);
});

test('problems are told in our words', () => {
  const input = { ...sweep({ seeds: [], strategy: 'fast', objective: 7 }), space: { a: { type: 'some' }, b: 1 } };
  expect(findSweepProblems(input)).toEqual([
    { key: 'space.a.type', message: 'must be choice or number or integer' },
    { key: 'space.b', message: 'must be an object' },
    { key: 'seeds', message: 'must have at least 1 entries' },
    { key: 'strategy', message: 'must be grid or random or sobol or tpe' },
    { key: 'objective', message: 'must be an object' },
  ]);
});

test.each([
  ['an unknown preset', sweep({ preset: 'nosuch' }), ['preset']],
  ['an empty space', sweep({ space: {} }), ['space']],
  ['an unknown key', space('lr', { type: 'choice', values: [1] }), ['space.lr']],
  ['a seed that varies', space('seed', { type: 'integer', low: 1, high: 9 }), ['space.seed']],
  ['a value that the config refuses', space('criticSteps', { type: 'choice', values: [0, 5] }), ['space.criticSteps']],
  ['a bound that the config refuses', space('batchSize', { type: 'integer', low: 1, high: 9000 }), ['space.batchSize']],
  [
    'bounds the wrong way round',
    space('learningRate', { type: 'number', low: 0.1, high: 0.01, step: 1 }),
    ['space.learningRate.high'],
  ],
  [
    'a log scale from 0',
    space('driftWeight', { type: 'number', scale: 'log', low: 0, high: 1 }),
    ['space.driftWeight.low'],
  ],
  ['half an integer', space('batchSize', { type: 'integer', low: 1.5, high: 8 }), ['space.batchSize.low']],
  [
    'a grid without steps',
    space('learningRate', { type: 'number', low: 0.01, high: 0.1 }),
    ['space.learningRate.step'],
  ],
  ['a value twice', space('batchSize', { type: 'choice', values: [8, 8] }), ['space.batchSize.values']],
  [
    'a preset that there is not',
    space('preset', { type: 'choice', values: ['wgan-ring', 'no'] }),
    ['space.preset.values'],
  ],
  ['a key that is set and varies', sweep({ set: { gradientPenaltyWeight: 3 } }), ['set.gradientPenaltyWeight']],
  ['a wrong value in set', sweep({ set: { batchSize: 0 } }), ['set.batchSize']],
  ['an unknown key in set', sweep({ set: { lr: 1 } }), ['set.lr']],
  ['a search without an end', sweep({ strategy: 'tpe' }), ['budget.trials']],
  [
    'a metric that no trial logs',
    sweep({ objective: { metric: 'eval.fid', direction: 'minimise' } }),
    ['objective.metric'],
  ],
  ['an evaluation that never comes', sweep({ set: { steps: 5 } }), ['objective.metric']],
  ['no objective', sweep({ objective: undefined }), ['objective']],
  ['a key of its own', sweep({ parallel: 3 }), ['parallel']],
  [
    'a parameter that depends on none of the space',
    space('batchSize', { type: 'choice', values: [8], when: { parameter: 'system', values: ['wgan'] } }),
    ['space.batchSize.when.parameter'],
  ],
  [
    'parameters that depend on each other',
    sweep({
      space: {
        batchSize: { type: 'choice', values: [8], when: { parameter: 'criticSteps', values: [1] } },
        criticSteps: { type: 'choice', values: [1], when: { parameter: 'batchSize', values: [8] } },
      },
    }),
    ['space'],
  ],
])('%s is explained at its field', (_, input, keys) => {
  expect(keysOf(input)).toEqual(keys);
});

test('each problem says what to do', () => {
  expect(() => parseSweep(space('batchSize', { type: 'integer', low: 0, high: 8 }))).toThrow(
    'space.batchSize: must be at least 1, not 0',
  );
  expect(() => parseSweep(sweep({ strategy: 'random' }))).toThrow('budget.trials: is missing: "random" has no end');
});

test('an evaluation that comes too late says how to bring it forward', () => {
  const { steps, evaluateEvery } = { steps: 5, evaluateEvery: 50 };
  expect(() => parseSweep(sweep({ set: { steps, evaluateEvery } }))).toThrow(
    'no trial logs "eval.modes" in 5 steps, as evaluations come every 50: set evaluateEvery to less; they log criticEstimate',
  );
});

test('a metric that some preset of the sweep logs will do', () => {
  const presets = { preset: { type: 'choice', values: ['gan-normals', 'wgan-ring'] } };
  const objective = { metric: 'clipFraction', direction: 'minimise' };
  expect(findSweepProblems(sweep({ preset: 'gan-ring', space: presets, objective }))).toEqual([]);
});
