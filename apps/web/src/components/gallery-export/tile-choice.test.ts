import { expect, test } from 'vitest';
import { chooseTiles, type TileChoice } from './tile-choice.ts';

const choose = (choice: Partial<TileChoice>) => chooseTiles(64, { kind: 'all', count: 5, list: '', ...choice });

test('the first few tiles', () => {
  expect(choose({})).toEqual({ tiles: 'all' });
  expect(choose({ kind: 'first', count: 5 })).toEqual({ tiles: [0, 1, 2, 3, 4] });
  for (const count of [0, 65, 1.5, '']) expect(choose({ kind: 'first', count }).problem).toBe('must be 1 to 64');
});

test('tiles by number and range, each once', () => {
  expect(choose({ kind: 'list', list: '0-3, 8, 2' })).toEqual({ tiles: [0, 1, 2, 3, 8] });
  expect(choose({ kind: 'list', list: '64' }).problem).toBe('there is no tile 64: the tiles are 0 to 63');
  expect(choose({ kind: 'list', list: '5-2' }).problem).toContain('“5-2”');
  expect(choose({ kind: 'list', list: '' }).problem).toContain('one tile or more');
});
