import { expect, test } from 'vitest';
import { clampView, formatView, pan, parseView, zoomAround } from './viewport.ts';

const whole = { low: 0, high: 1000 };

test('zooming leaves the point under the pointer where it is', () => {
  const view = zoomAround({ low: 100, high: 300 }, 150, 0.5);
  expect(view).toEqual({ low: 125, high: 225 });
  expect((150 - view.low) / (view.high - view.low)).toBeCloseTo((150 - 100) / 200, 12);
});

test('panning past an end stops there and keeps the width', () => {
  expect(clampView(pan({ low: 100, high: 300 }, -1), whole, 1)).toEqual({ low: 0, high: 200 });
  expect(clampView(pan({ low: 700, high: 900 }, 3), whole, 1)).toEqual({ low: 800, high: 1000 });
});

test('zooming out to all there is, or in beyond a step, ends there', () => {
  expect(clampView({ low: -500, high: 2000 }, whole, 1)).toBeUndefined();
  expect(clampView({ low: 500.2, high: 500.3 }, whole, 2)).toEqual({ low: 499.25, high: 501.25 });
  expect(clampView({ low: 0, high: 1 }, { low: 0, high: 1 }, 2)).toBeUndefined();
});

test('a view is read from the address as it was written, to less than a pixel', () => {
  for (const view of [
    { low: 12.3456, high: 678.9 },
    { low: 1_795_362_243_268, high: 1_795_362_249_999 },
    { low: 0.000123456, high: 0.00023 },
  ]) {
    const { from, to } = formatView(view);
    const read = parseView(from ?? null, to ?? null);
    const pixel = (view.high - view.low) / 4000;
    expect(Math.abs((read?.low ?? 0) - view.low)).toBeLessThan(pixel);
    expect(Math.abs((read?.high ?? 0) - view.high)).toBeLessThan(pixel);
  }
  for (const [from, to] of [
    ['5', '5'],
    ['7', null],
    ['x', '9'],
    [null, null],
  ] as const)
    expect(parseView(from, to)).toBeUndefined();
});
