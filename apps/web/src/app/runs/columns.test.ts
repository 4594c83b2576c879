import type { ShownValue } from '@duality/shared';
import { expect, test } from 'vitest';
import { columnsOf, isFigure, tracksOf } from './columns.ts';

const shown: ShownValue[] = [
  { text: 'tags', title: 'Tags', type: 'tags', of: 'run', name: 'tags' },
  { text: 'lr', title: 'Learning rate', type: 'number', of: 'config', name: 'learningRate' },
  { text: 'system', title: 'System', type: 'text', of: 'config', name: 'system' },
  { text: 'archived', title: 'Archived', type: 'flag', of: 'run', name: 'archived' },
];

test('columns stand in the order asked, each with the place of its value', () => {
  const columns = columnsOf(['system', 'speed', 'lr', 'tags', 'archived'], shown);
  expect(columns.map(({ title, kind, valueAt, sortBy }) => [title, kind, valueAt, sortBy])).toEqual([
    ['System', 'setting', 2, 'system'],
    ['Speed', 'speed', -1, undefined],
    ['Learning rate', 'number', 1, 'lr'],
    ['Tags', 'tags', 0, undefined],
    ['Archived', 'setting', 3, 'archived'],
  ]);
  expect(columns.map(isFigure)).toEqual([false, true, true, false, false]);
});

test('a column that no answer tells of yet is there under its own name', () => {
  expect(columnsOf(['min(criticLoss)'], shown)).toMatchObject([{ title: 'min(criticLoss)', valueAt: -1 }]);
});

test('a row is as wide as its tracks', () => {
  const { template, leastWidth } = tracksOf(columnsOf(['speed', 'lr'], shown));
  expect(template).toBe('2.5rem minmax(19rem, 1fr) 6rem 8rem 2.75rem');
  expect(leastWidth).toBe(38.25);
});
