import { expect, test } from 'vitest';
import { preloadOrder } from './preload-order.ts';

test('the nearest steps come first, in both directions and no further than the ends', () => {
  expect(preloadOrder(1, 5, 1)).toEqual([2, 0, 3, 4]);
  expect(preloadOrder(0, 1, 1)).toEqual([]);
});

test('many runs are read less far ahead, yet always the next steps', () => {
  expect(preloadOrder(500, 1000, 16)).toHaveLength(40);
  expect(preloadOrder(500, 1000, 1)).toHaveLength(96);
  expect(preloadOrder(500, 1000, 10_000)).toEqual([501, 499]);
});
