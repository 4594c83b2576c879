import { expect, test } from 'vitest';
import { formatSmoothing, parseSmoothing, smooth, unsmoothed } from './smoothing.ts';

const over = (steps: number) => ({ kind: 'half-life', steps }) as const;

const steps = (length: number, every = 1) => Array.from({ length }, (_, i) => (i + 1) * every);

test('without smoothing the curve is as it is', () => {
  expect(smooth([1, 2], [3, null], unsmoothed)).toEqual([3, null]);
});

test('a constant stays constant from its first step on: no pull towards zero', () => {
  for (const value of smooth(steps(20), Array(20).fill(7), over(10))) expect(value).toBeCloseTo(7, 12);
});

test('after one half-life a jump has come half the way', () => {
  const values = [...Array(500).fill(0), ...Array(20).fill(1)];
  expect(smooth(steps(520), values, over(20)).at(-1)).toBeCloseTo(0.5, 2);
});

test('it is the debiased moving average of Adam', () => {
  const beta = 2 ** (-1 / 5);
  const values = [4, -2, 7, 1];
  let moment = 0;
  const expected = values.map((value, i) => {
    moment = beta * moment + (1 - beta) * value;
    return moment / (1 - beta ** (i + 1));
  });
  smooth(steps(4), values, over(5)).forEach((value, i) => void expect(value).toBeCloseTo(expected[i] as number, 12));
});

test('the half-life counts steps, whatever the distance of the points', () => {
  const jump = (every: number) =>
    smooth(
      steps(200 / every, every),
      steps(200 / every).map((i) => (i * every > 100 ? 1 : 0)),
      over(50),
    );
  expect(jump(10).at(-1)).toBeCloseTo(jump(1).at(-1) as number, 1);
});

test('a gap stays a gap and the curve goes on after it', () => {
  const smoothed = smooth([1, 2, 3], [1, null, 1], over(5));
  expect(smoothed).toEqual([1, null, 1]);
});

test('by a share it is what TensorBoard draws', () => {
  // TensorBoard 2.21, line_chart: last = last · weight + (1 − weight) · value, over 1 − weightⁿ.
  const values = [4, -2, 7, 1];
  let last = 0;
  const expected = values.map((value, i) => {
    last = last * 0.9 + 0.1 * value;
    return last / (1 - 0.9 ** (i + 1));
  });
  const smoothed = smooth([1, 50, 51, 9000], values, { kind: 'share', share: 0.9 });
  smoothed.forEach((value, i) => void expect(value).toBeCloseTo(expected[i] as number, 12));
});

test('an address says how to smooth', () => {
  for (const smoothing of [unsmoothed, over(20), { kind: 'share', share: 0.95 } as const])
    expect(parseSmoothing(formatSmoothing(smoothing) ?? null)).toEqual(smoothing);
  for (const text of ['', '-3', 'ema:1', 'ema:', 'x']) expect(parseSmoothing(text)).toEqual(unsmoothed);
});
