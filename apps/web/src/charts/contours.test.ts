import { expect, test } from 'vitest';
import { contour } from './contours.ts';

const grid = (columns: number, rows: number, height: (x: number, y: number) => number) =>
  Array.from({ length: columns * rows }, (_, i) => height(Math.floor(i / rows), i % rows));

test('on a slope the line of a level lies where the slope has it', () => {
  const pieces = contour(
    grid(4, 3, (x) => x),
    4,
    3,
    1.25,
  );
  expect(pieces).toHaveLength(2);
  for (const { from, to } of pieces) expect([from[0], to[0]]).toEqual([1.25, 1.25]);
});

test('around a peak the lines close', () => {
  const pieces = contour(
    grid(9, 9, (x, y) => -((x - 4) ** 2) - (y - 4) ** 2),
    9,
    9,
    -6,
  );
  const ends = new Map<string, number>();
  for (const { from, to } of pieces) {
    for (const point of [from, to]) {
      const key = point.map((at) => at.toFixed(6)).join();
      ends.set(key, (ends.get(key) ?? 0) + 1);
      expect(Math.hypot(point[0] - 4, point[1] - 4)).toBeCloseTo(Math.sqrt(6), 0);
    }
  }
  expect([...ends.values()].every((count) => count === 2)).toBe(true);
});

test('over a saddle, what is as the mean stays together', () => {
  const high = contour([3, 0, 0, 3], 2, 2, 1);
  expect(high).toHaveLength(2);
  // The mean is above, so the lines cut off the two low corners.
  for (const { from, to } of high) expect(Math.abs(from[0] - to[0])).toBeCloseTo(1 / 3);
  const low = contour([2, 0, 0, 2], 2, 2, 1.5);
  for (const { from, to } of low) expect(Math.abs(from[0] - to[0])).toBeCloseTo(0.25);
});

test('where no height is crossed there is no line', () => {
  expect(
    contour(
      grid(4, 4, () => 2),
      4,
      4,
      1,
    ),
  ).toEqual([]);
});
