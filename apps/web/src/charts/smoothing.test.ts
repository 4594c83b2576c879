import { expect, test } from 'vitest';
import { smooth } from './smoothing.ts';

const steps = (length: number, every = 1) => Array.from({ length }, (_, i) => (i + 1) * every);

test('a half-life of 0 leaves the curve as it is', () => {
  expect(smooth([1, 2], [3, null], 0)).toEqual([3, null]);
});

test('a constant stays constant from its first step on: no pull towards zero', () => {
  for (const value of smooth(steps(20), Array(20).fill(7), 10)) expect(value).toBeCloseTo(7, 12);
});

test('after one half-life a jump has come half the way', () => {
  const values = [...Array(500).fill(0), ...Array(20).fill(1)];
  expect(smooth(steps(520), values, 20).at(-1)).toBeCloseTo(0.5, 2);
});

test('it is the debiased moving average of Adam', () => {
  const beta = 2 ** (-1 / 5);
  const values = [4, -2, 7, 1];
  let moment = 0;
  const expected = values.map((value, i) => {
    moment = beta * moment + (1 - beta) * value;
    return moment / (1 - beta ** (i + 1));
  });
  smooth(steps(4), values, 5).forEach((value, i) => void expect(value).toBeCloseTo(expected[i] as number, 12));
});

test('the half-life counts steps, whatever the distance of the points', () => {
  const jump = (every: number) =>
    smooth(
      steps(200 / every, every),
      steps(200 / every).map((i) => (i * every > 100 ? 1 : 0)),
      50,
    );
  expect(jump(10).at(-1)).toBeCloseTo(jump(1).at(-1) as number, 1);
});

test('a gap stays a gap and the curve goes on after it', () => {
  const smoothed = smooth([1, 2, 3], [1, null, 1], 5);
  expect(smoothed).toEqual([1, null, 1]);
});
