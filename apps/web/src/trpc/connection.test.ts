import { afterEach, expect, test } from 'vitest';
import { getConnection, reportStream } from './connection.ts';

afterEach(() => {
  reportStream('runs', undefined);
  reportStream('grids', undefined);
});

test('the page is live when all its streams are', () => {
  expect(getConnection().state).toBe('idle');
  reportStream('runs', 'live');
  reportStream('grids', 'connecting');
  expect(getConnection().state).toBe('connecting');
  reportStream('grids', 'live');
  expect(getConnection().state).toBe('live');
});

test('a lost stream stays lost while it tries again, counted from when it was lost', () => {
  reportStream('runs', 'live');
  reportStream('runs', 'lost', 1000);
  reportStream('runs', 'connecting', 2000);
  reportStream('runs', 'lost', 3000);
  expect(getConnection()).toEqual({ state: 'lost', lostAt: 1000 });
  reportStream('runs', 'live');
  expect(getConnection().state).toBe('live');
});

test('a stream that was closed on purpose counts no more', () => {
  reportStream('runs', 'lost');
  reportStream('runs', undefined);
  expect(getConnection().state).toBe('idle');
});
