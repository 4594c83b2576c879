import { filterFields } from '@duality/shared';
import { expect, test } from 'vitest';
import { choosable, matches } from './choosable.ts';

test('every field of a run and every parameter can be a column, but those that are shown already', () => {
  const { run, config } = choosable(filterFields, {
    config: [
      { key: 'seed', title: 'Seed', names: [], differs: true },
      { key: 'steps', title: 'Steps', names: [], differs: false },
    ],
  });
  expect(run.map(({ key }) => key)).toEqual(expect.arrayContaining(['status', 'tags', 'duration', 'spark']));
  expect(run.map(({ key }) => key)).not.toContain('name');
  expect(config.filter(({ differs }) => differs)).toEqual([{ key: 'seed', title: 'Seed', differs: true }]);
});

test('a column is found by any words of its title or its key', () => {
  const column = { key: 'gradientPenaltyWeight', title: 'Penalty weight λ' };
  expect(['', 'weight pen', 'gradient', 'Λ'].map((search) => matches(column, search))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(matches(column, 'penalty rate')).toBe(false);
});
