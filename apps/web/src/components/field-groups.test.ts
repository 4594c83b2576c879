import { getPreset, type RunConfig, runConfigKeys } from '@duality/shared';
import { expect, test } from 'vitest';
import { configFields, fieldOf, readField } from './config-fields.ts';
import { groupFields, isShownFirst } from './field-groups.ts';

const field = (key: string) => fieldOf(key) as (typeof configFields)[number];

test('every key of the config has a field with words for people', () => {
  expect(configFields.map(({ key }) => key)).toEqual(runConfigKeys);
  for (const { key, title, description } of configFields) {
    expect(title, key).not.toBe('');
    expect(description, key).not.toBe('');
  }
});

test('kinds follow the schema', () => {
  const kinds = ['steps', 'learningRate', 'system', 'imageChannels', 'asPrinted'].map((key) => field(key).kind);
  expect(kinds).toEqual(['whole', 'real', 'choice', 'choice', 'switch']);
});

test('choices have titles for people, and a number that is chosen stays a number', () => {
  expect(field('system').choices).toContainEqual({ value: 'wgan-gp', title: 'WGAN-GP' });
  expect(field('dataset').choices).toContainEqual({ value: 'ring', title: 'Ring of 8 Gaussians' });
  expect(readField(field('imageChannels'), '3')).toBe(3);
  expect(readField(field('asPrinted'), true)).toBe(true);
});

test('each field is in one group, and a key that no group knows is under Other', () => {
  const unknown = { ...field('steps'), key: 'brandNew' };
  const grouped = groupFields([...configFields, unknown]);
  expect(grouped.flatMap(({ fields }) => fields.map(({ key }) => key)).sort()).toEqual(
    [...runConfigKeys, 'brandNew'].sort(),
  );
  expect(grouped.at(-1)).toEqual({ title: 'Other', fields: [unknown] });
});

test('typed text becomes a number where it is one', () => {
  expect([' 2e-4 ', '', 'abc', 12].map((typed) => readField(field('learningRate'), typed))).toEqual([
    2e-4,
    '',
    'abc',
    12,
  ]);
});

test('what matters in a system is shown first, and what a preset sets although it is seldom set', () => {
  const shown = (preset: string, changes: Partial<RunConfig> = {}) => {
    const start = getPreset(preset).config;
    return configFields.filter((one) => isShownFirst(one, { ...start, ...changes }, start)).map(({ key }) => key);
  };
  expect(shown('wgan-ring')).toEqual(expect.arrayContaining(['clipValue', 'rmspropRho', 'hiddenSize']));
  expect(shown('wgan-ring')).not.toContain('gradientPenaltyWeight');
  expect(shown('wgan-ring', { system: 'wgan-gp' })).toContain('gradientPenaltyWeight');
  expect(shown('gan-ring')).not.toContain('packing');
  expect(shown('pacgan-ring')).toContain('packing');
  expect(shown('gan-ring', { packing: 3 })).not.toContain('packing'); // a field stays where it was found
  expect(shown('gdl-wgan')).toEqual(expect.arrayContaining(['onlyClass', 'asPrinted']));
});
