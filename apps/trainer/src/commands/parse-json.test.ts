import { expect, test } from 'vitest';
import { parseJson } from './parse-json.ts';

test.each([
  ['', 'it ends before it is whole'],
  ['{"a": 1,\n "b": ', 'it ends before it is whole'],
  ['abc', '"a" stands where it cannot'],
  ['{"a": 1,\n "b": }', '"}" stands where it cannot'],
  ['{"a": 1,\n "b": "', 'see line 2, column 8'],
  ['{a: 1}', 'see line 1, column 2'],
  [`{"a": [1, 2, ${'3, '.repeat(40)}x]}`, '"x" stands where it cannot'],
  ['SQLite format 3\0', '"S" stands where it cannot'],
])('%j is explained in our words', (text, words) => {
  expect(() => parseJson(text)).toThrow(`is not JSON: ${words}`);
});

test('what is JSON is read', () => {
  expect(parseJson(' {"a": [1, null]}\n')).toEqual({ a: [1, null] });
});
