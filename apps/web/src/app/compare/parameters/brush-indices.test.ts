import { expect, test } from 'vitest';
import { brushOfIndices, distinctNumbers, indicesOfBrush } from './brush-indices.ts';

const numbers = distinctNumbers([8, 1, null, 4, 'auto', 4, Number.NaN, 2]);

test('a slider stops at each number that some run has', () => {
  expect(numbers).toEqual([1, 2, 4, 8]);
});

test('a brush covers the stops within it, and leads back to itself', () => {
  expect(indicesOfBrush(numbers, { range: { low: 1.5, high: 4 } })).toEqual([1, 2]);
  expect(indicesOfBrush(numbers, undefined)).toEqual([0, 3]);
  const brush = brushOfIndices(numbers, [1, 2]);
  expect(brush).toEqual({ range: { low: 2, high: 4 } });
  expect(indicesOfBrush(numbers, brush)).toEqual([1, 2]);
});

test('from end to end there is no brush', () => {
  expect(brushOfIndices(numbers, [0, 3])).toBeUndefined();
});

test('a brush between two stops does not turn around', () => {
  expect(indicesOfBrush(numbers, { range: { low: 5, high: 6 } })).toEqual([3, 3]);
});
