import { presets, type RunSummary } from '@duality/shared';
import { expect, test } from 'vitest';
import { filterQuery, filterRuns, parseFilter } from './run-filter.ts';

const run = (id: number, more: Partial<RunSummary>) =>
  ({
    id,
    name: `run ${id}`,
    preset: 'wgan-gp-mnist',
    status: 'completed',
    reason: null,
    engine: null,
    config: presets[0]?.config,
    ...more,
  }) as RunSummary;
const runs = [
  run(3, { status: 'queued' }),
  run(2, { status: 'failed', reason: 'lost: the trainer was killed' }),
  run(1, { name: 'Baseline with λ 10' }),
];
const ids = (text: string, status = 'all') =>
  filterRuns(runs, parseFilter(new URLSearchParams({ q: text, status }))).map(({ id }) => id);

test('every word must occur somewhere', () => {
  expect(ids('')).toEqual([3, 2, 1]);
  expect(ids('λ baseline')).toEqual([1]);
  expect(ids('KILLED trainer')).toEqual([2]);
  expect(ids('#3')).toEqual([3]);
  expect(ids('wgan-gp mnist')).toEqual([3, 2, 1]);
  expect(ids('nothing')).toEqual([]);
});

test('active means queued or running', () => {
  expect(ids('', 'active')).toEqual([3]);
  expect(ids('', 'failed')).toEqual([2]);
});

test('the address holds the filter, and only what is not the default', () => {
  expect(filterQuery({ text: '', status: 'all' })).toBe('');
  const filter = { text: 'λ 10', status: 'failed' } as const;
  expect(parseFilter(new URLSearchParams(filterQuery(filter)))).toEqual(filter);
  expect(parseFilter(new URLSearchParams('status=nonsense'))).toEqual({ text: '', status: 'all' });
});
