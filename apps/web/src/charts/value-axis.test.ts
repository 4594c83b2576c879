import { expect, test } from 'vitest';
import { makeAxis, nonePosition, numberAt, positionOn, roundNumbers, ticksOf } from './value-axis.ts';

const axis = (values: (number | string | boolean | null)[], more = {}) =>
  makeAxis({ by: 'x', title: 'X', values, ...more });

test('numbers run from the lowest to the highest, and back on a flipped axis', () => {
  expect([2, 3, 6].map((value) => positionOn(axis([2, 6]), value))).toEqual([0, 0.25, 1]);
  expect([2, 3, 6].map((value) => positionOn(axis([2, 6], { isFlipped: true }), value))).toEqual([1, 0.75, 0]);
});

test('a wide positive range is logarithmic unless asked otherwise, and one with 0 never is', () => {
  expect(positionOn(axis([1e-5, 1e-1]), 1e-3)).toBeCloseTo(0.5);
  expect(axis([1e-5, 1e-1], { scale: 'linear' }).scale).toBe('linear');
  expect(axis([1, 2], { scale: 'log' }).scale).toBe('log');
  expect(axis([0, 2], { scale: 'log' }).scale).toBe('linear');
});

test('a position leads back to its number and never off the axis', () => {
  for (const one of [axis([2, 6]), axis([1e-5, 1e-1]), axis([2, 6], { isFlipped: true })]) {
    for (const value of [one.low, (one.low + one.high) / 3, one.high]) {
      expect(numberAt(one, positionOn(one, value))).toBeCloseTo(value, 10);
    }
    expect(numberAt(one, 7)).toBe(one.isFlipped ? one.low : one.high);
  }
});

test('choices stand apart, and what has no value has a place of its own', () => {
  const one = axis(['b', 'a', null]);
  expect(one).toMatchObject({
    kind: 'choice',
    choices: [
      { value: 'a', title: 'a' },
      { value: 'b', title: 'b' },
    ],
    hasNone: true,
  });
  expect(['a', 'b', null].map((value) => positionOn(one, value))).toEqual([0.25, 0.75, nonePosition]);
  expect(positionOn(axis([true, false]), true)).toBe(0.75);
});

test('where all are equal they lie in the middle', () => {
  expect(positionOn(axis([3, 3]), 3)).toBe(0.5);
  expect(ticksOf(axis([3, 3]))).toEqual([{ position: 0.5, label: '3' }]);
});

test('ticks are round', () => {
  expect(roundNumbers(0.13, 0.94, 5)).toEqual([0.2, 0.4, 0.6, 0.8]);
  expect(roundNumbers(-3, 12, 5)).toEqual([0, 5, 10]);
  expect(ticksOf(axis([1e-5, 1e-1])).map(({ label }) => label)).toEqual(['1e−5', '1e−4', '0.001', '0.01', '0.1']);
  expect(ticksOf(axis(['a', 'b'])).map(({ label }) => label)).toEqual(['a', 'b']);
});
