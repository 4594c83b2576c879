import { expect, test } from 'vitest';
import { comparedAtMost, formatRunIds, parseRunIds } from './run-ids.ts';

test('runs in a row are written as a range and read again', () => {
  expect(formatRunIds([9, 1, 2, 5, 6, 7, 8, 2])).toBe('1,2,5-9');
  expect(parseRunIds('1,2,5-9')).toEqual([1, 2, 5, 6, 7, 8, 9]);
});

test('what is no run is left out', () => {
  expect(parseRunIds('x,0,-1,4-2,3, 5 ,1e3,2.5')).toEqual([3, 5]);
  expect(parseRunIds('')).toEqual([]);
});

test('an absurd range asks for no more runs than are compared at once', () => {
  expect(parseRunIds('1-999999999999999')).toHaveLength(comparedAtMost);
  expect(parseRunIds('1-400,401-800')).toHaveLength(comparedAtMost);
});
