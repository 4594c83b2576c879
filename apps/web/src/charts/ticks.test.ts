import { expect, test } from 'vitest';
import { evenTicks } from './ticks.ts';

test('ticks are round and not too many', () => {
  expect(evenTicks({ low: -3, high: 47 }, 6)).toEqual([0, 10, 20, 30, 40]);
  expect(evenTicks({ low: 0.12, high: 0.31 }, 5)).toEqual([0.15, 0.2, 0.25, 0.3]);
  expect(evenTicks({ low: 1000, high: 1001 }, 5)).toEqual([1000, 1000.2, 1000.4, 1000.6, 1000.8, 1001]);
});

test('a given distance is kept', () => {
  expect(evenTicks({ low: 10, high: 130 }, 5, 60)).toEqual([60, 120]);
});
