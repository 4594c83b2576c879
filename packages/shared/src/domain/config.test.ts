import { expect, test } from 'vitest';
import { RunConfig, runConfigKeys } from './config.ts';
import { findConfigProblems } from './config-problems.ts';
import { configure, getPreset, parseAssignment, presets } from './preset.ts';

const preset = getPreset('wgan-gp-mnist');

test('every preset is valid as it stands', () => {
  for (const { name, config } of presets) expect(findConfigProblems(config), name).toEqual([]);
});

test('every wrong value and unknown key is named at once, with what is allowed', () => {
  const wrong = { batchSize: 0, adamBeta1: 1, steps: 1.5, learningRate: 'fast', nosuch: 1 };
  const problems = Object.fromEntries(
    findConfigProblems({ ...preset.config, ...wrong }).map((p) => [p.key, p.message]),
  );
  expect(problems).toMatchObject({
    batchSize: 'must be at least 1, not 0',
    adamBeta1: 'must be less than 1, not 1',
    steps: 'must be a whole number, not 1.5',
    learningRate: 'must be a number, not "fast"',
  });
  expect(problems.nosuch).toContain('unknown key; the keys are system, dataset, network, steps');
  expect(() => configure(preset, wrong)).toThrow(/batchSize: must be at least 1, not 0; .*nosuch: unknown key/);
});

test('a missing value is named', () => {
  const { steps: _, ...rest } = preset.config;
  expect(findConfigProblems(rest)).toEqual([{ key: 'steps', message: 'is missing' }]);
});

test('what is no config at all is said so', () => {
  for (const config of [undefined, null, 7]) expect(findConfigProblems(config)).toMatchObject([{ key: '' }]);
});

test('overrides replace single values', () => {
  expect(configure(preset, { batchSize: 8 })).toEqual({ ...preset.config, batchSize: 8 });
});

test('assignments are JSON where they can be, and text otherwise', () => {
  expect(parseAssignment('batchSize=8')).toEqual(['batchSize', 8]);
  expect(parseAssignment('dataset=mnist')).toEqual(['dataset', 'mnist']);
  expect(parseAssignment('name=a=b')).toEqual(['name', 'a=b']);
  for (const text of ['batchSize', '=3']) expect(() => parseAssignment(text)).toThrow('must have the form key=value');
});

test('forms and commands can describe every key', () => {
  for (const key of runConfigKeys)
    expect(RunConfig.shape[key].meta()).toMatchObject({ title: expect.any(String), description: expect.any(String) });
});
