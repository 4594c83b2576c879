import { expect, test } from 'vitest';
import { parseSteps, parseTiles } from './number-list.ts';

test('steps stand between commas', () => {
  expect(parseSteps('1,2,400')).toEqual([1, 2, 400]);
  expect(parseSteps('all')).toBe('all');
  for (const text of ['', '1,', '1-4', '-1', '1.5', 'first', '1e3']) expect(() => parseSteps(text)).toThrow('--steps');
});

test('tiles may come as ranges', () => {
  expect(parseTiles('0-4')).toEqual([0, 1, 2, 3, 4]);
  expect(parseTiles('7,0-2,5')).toEqual([7, 0, 1, 2, 5]);
  expect(parseTiles('all')).toBe('all');
  for (const text of ['', '4-0', '1,,2', '0-', 'a', '-1', '0-99999']) expect(() => parseTiles(text)).toThrow('--tiles');
});
