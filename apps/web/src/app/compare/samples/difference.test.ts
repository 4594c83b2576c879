import { expect, test } from 'vitest';
import { colourAt, differenceOf, heatRamp, paintDifference } from './difference.ts';

const picture = (width: number, ...pixels: [number, number, number][]) => ({
  width,
  height: pixels.length / width,
  data: pixels.flatMap((pixel) => [...pixel, 255]),
});

test('a pixel differs by the mean over its channels, and opacity does not count', () => {
  const a = picture(2, [0, 0, 0], [255, 255, 255]);
  const b = { ...picture(2, [30, 0, 0], [0, 0, 0]), data: [30, 0, 0, 0, 0, 0, 0, 0] };
  const difference = differenceOf(a, b);
  expect([...(difference?.values ?? [])]).toEqual([10, 255]);
  expect(difference).toMatchObject({ mean: 132.5, largest: 255 });
});

test('which of the two comes first makes no difference, and a picture has none from itself', () => {
  const a = picture(1, [10, 200, 30], [1, 2, 3]);
  const b = picture(1, [90, 20, 33], [3, 2, 1]);
  expect(differenceOf(a, b)).toEqual(differenceOf(b, a));
  expect(differenceOf(a, a)?.mean).toBe(0);
});

test('pictures of other sizes have no difference', () => {
  expect(differenceOf(picture(2, [0, 0, 0], [0, 0, 0]), picture(1, [0, 0, 0], [0, 0, 0]))).toBeUndefined();
});

test('the scale says which difference has the last colour', () => {
  const difference = differenceOf(picture(1, [0, 0, 0]), picture(1, [64, 64, 64]));
  const last = [...(heatRamp.at(-1) ?? []), 255];
  expect(difference && [...paintDifference(difference, 64, heatRamp)]).toEqual(last);
  expect(difference && [...paintDifference(difference, 32, heatRamp)]).toEqual(last);
  expect(difference && [...paintDifference(difference, 255, heatRamp)]).not.toEqual(last);
});

test('more difference is always brighter', () => {
  const brightness = Array.from({ length: 256 }, (_, value) => {
    const [red, green, blue] = colourAt(heatRamp, value / 255);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  expect(brightness.toSorted((a, b) => a - b)).toEqual(brightness);
});
