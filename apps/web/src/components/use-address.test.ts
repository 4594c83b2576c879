import { expect, test } from 'vitest';
import { changeQuery } from './use-address.ts';

test('only the keys that are named change', () => {
  const query = new URLSearchParams('runs=1,2&brush=a&brush=b&view=samples');
  expect(changeQuery(query, { view: undefined, brush: ['c', 'd'], hide: '2' }).toString()).toBe(
    'runs=1%2C2&brush=c&brush=d&hide=2',
  );
  expect(query.get('view')).toBe('samples');
});
