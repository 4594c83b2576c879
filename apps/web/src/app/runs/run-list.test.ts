import { expect, test } from 'vitest';
import {
  countOf,
  defaultColumns,
  everything,
  groupsFor,
  listQuery,
  moveColumn,
  nextSort,
  parseList,
  type RunList,
  searchFor,
} from './run-list.ts';

test('the address holds all that is chosen, and only what is not the default', () => {
  expect(listQuery(everything)).toBe('');
  const list: RunList = {
    text: 'λ > 10 and "a" in tags',
    status: 'failed',
    sort: [
      { by: 'at(eval.fid, 100)', direction: 'descending' },
      { by: 'lr', direction: 'ascending' },
    ],
    columns: ['lr', 'at(criticLoss, 500)', 'spark'],
    onlyDiffering: true,
    group: 'tags',
    groupOrder: 'largest',
    folded: ['"a & b"', 'null'],
    spark: 'eval.fid',
  };
  expect(parseList(new URLSearchParams(listQuery(list)))).toEqual(list);
  expect(parseList(new URLSearchParams('status=nonsense&groups=x'))).toEqual(everything);
});

test('no column at all is told apart from the default columns', () => {
  const none = { ...everything, columns: [] };
  expect(parseList(new URLSearchParams(listQuery(none))).columns).toEqual([]);
  expect(parseList(new URLSearchParams('col=lr&col=lr')).columns).toEqual(['lr']);
});

test('active means queued or running', () => {
  expect(searchFor({ ...everything, status: 'active' }, 0).statuses).toEqual(['queued', 'running']);
  expect(searchFor({ ...everything, status: 'failed' }, 0).statuses).toEqual(['failed']);
});

test('a page is asked for with the values of its columns, but those that only a page can tell', () => {
  const list = { ...everything, columns: ['speed', 'lr', 'spark', 'max(criticLoss)'], group: 'preset' };
  expect(searchFor(list, 3)).toEqual({
    ...{ filter: '', archived: false, sort: [], group: 'preset', limit: 100, offset: 300 },
    values: ['lr', 'max(criticLoss)'],
  });
  expect(groupsFor(list)).toEqual({ filter: '', archived: false, group: 'preset', values: ['lr', 'max(criticLoss)'] });
});

test('archived runs are asked for when the text speaks of them', () => {
  expect(searchFor({ ...everything, text: 'lr > 1 and archived' }, 0)).not.toHaveProperty('archived');
  expect(searchFor({ ...everything, text: 'lr > 1' }, 0)).toHaveProperty('archived', false);
});

test('each status filter counts the runs it would show', () => {
  const counts = { queued: 1, running: 2, completed: 4, stopped: 8, failed: 16 };
  expect(['all', 'active', 'failed'].map((status) => countOf(counts, status as 'all'))).toEqual([31, 3, 16]);
});

test('a column is sorted by largest first, then smallest first, then not', () => {
  const first = nextSort([], 'step');
  expect(first).toEqual([{ by: 'step', direction: 'descending' }]);
  const second = nextSort(first, 'step');
  expect(second).toEqual([{ by: 'step', direction: 'ascending' }]);
  expect(nextSort(second, 'step')).toEqual([]);
  expect(nextSort(second, 'name')).toEqual([{ by: 'name', direction: 'descending' }]);
});

test('an added key decides after those that are there, and keeps its place until it is taken away', () => {
  const first = nextSort(nextSort([], 'lr'), 'seed', true);
  expect(first.map(({ by }) => by)).toEqual(['lr', 'seed']);
  const turned = nextSort(first, 'lr', true);
  expect(turned).toEqual([
    { by: 'lr', direction: 'ascending' },
    { by: 'seed', direction: 'descending' },
  ]);
  expect(nextSort(turned, 'lr', true).map(({ by }) => by)).toEqual(['seed']);
  expect(nextSort(turned, 'seed')).toEqual([{ by: 'seed', direction: 'descending' }]);
});

test('a column is moved to a place, no further than the ends', () => {
  expect(moveColumn(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(moveColumn(['a', 'b', 'c'], 'c', -1)).toEqual(['c', 'a', 'b']);
  expect(moveColumn(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a']);
  expect(defaultColumns).toContain('last(criticEstimate)');
});
