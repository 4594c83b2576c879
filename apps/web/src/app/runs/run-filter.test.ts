import { expect, test } from 'vitest';
import { countOf, everything, filterQuery, nextSort, parseFilter, type RunFilter, searchFor } from './run-filter.ts';

test('the address holds the filter, and only what is not the default', () => {
  expect(filterQuery(everything)).toBe('');
  const filter: RunFilter = {
    text: 'λ > 10 and "a" in tags',
    status: 'failed',
    sort: [
      { by: 'at(eval.fid, 100)', direction: 'descending' },
      { by: 'lr', direction: 'ascending' },
    ],
  };
  expect(parseFilter(new URLSearchParams(filterQuery(filter)))).toEqual(filter);
  expect(parseFilter(new URLSearchParams('status=nonsense'))).toEqual(everything);
});

test('active means queued or running', () => {
  expect(searchFor({ ...everything, status: 'active' }, 100).statuses).toEqual(['queued', 'running']);
  expect(searchFor({ ...everything, status: 'failed' }, 100).statuses).toEqual(['failed']);
  expect(searchFor(everything, 100)).toEqual({ filter: '', sort: [], limit: 100, archived: false });
});

test('archived runs are asked for when the text speaks of them', () => {
  expect(searchFor({ ...everything, text: 'lr > 1 and archived' }, 100)).not.toHaveProperty('archived');
  expect(searchFor({ ...everything, text: 'lr > 1' }, 100)).toHaveProperty('archived', false);
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
