import { runConfigKeys } from '@duality/shared';
import { expect, test } from 'vitest';
import { configFields, readField } from '#components/config-fields.ts';
import { groupFields } from './field-groups.ts';

const field = (key: string) => configFields.find((one) => one.key === key) as (typeof configFields)[number];

test('every key of the config has a field with words for people', () => {
  expect(configFields.map(({ key }) => key)).toEqual(runConfigKeys);
  for (const { key, title, description } of configFields) {
    expect(title, key).not.toBe('');
    expect(description, key).not.toBe('');
  }
});

test('kinds follow the schema', () => {
  expect([field('steps'), field('learningRate'), field('system')].map(({ kind }) => kind)).toEqual([
    'whole',
    'real',
    'choice',
  ]);
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
