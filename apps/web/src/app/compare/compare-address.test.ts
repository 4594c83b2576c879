import { expect, test } from 'vitest';
import { changeQuery } from '#components/use-address.ts';
import { changeTo, hasChoice, parseCompare } from './compare-address.ts';

test('the address says which runs, which tab and what is left out', () => {
  const address = parseCompare(new URLSearchParams('runs=1-3,7&view=samples&hide=2&brush=seed:1..2&brush=nonsense'));
  expect(address).toEqual({
    ids: [1, 2, 3, 7],
    filter: undefined,
    tab: 'samples',
    hidden: [2],
    brushes: [{ by: 'seed', range: { low: 1, high: 2 } }],
  });
});

test('chosen runs go before a filter, and without either nothing is chosen', () => {
  expect(parseCompare(new URLSearchParams('runs=1&q=lr>1')).filter).toBeUndefined();
  expect(parseCompare(new URLSearchParams('q=')).filter).toBe('');
  expect(hasChoice(parseCompare(new URLSearchParams('q=')))).toBe(true);
  expect(hasChoice(parseCompare(new URLSearchParams('runs=&view=curves')))).toBe(false);
});

test('changes of the address are read back, and the default is not written', () => {
  let query = changeQuery(new URLSearchParams('q=ring&smooth=20'), changeTo.runs([4, 5, 6, 9]));
  query = changeQuery(query, { ...changeTo.tab('curves'), ...changeTo.hidden([5]), ...changeTo.brushes([]) });
  expect(decodeURIComponent(query.toString())).toBe('smooth=20&runs=4-6,9&hide=5');
});
