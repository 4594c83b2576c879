import type { CriticSurface } from '@duality/shared';
import { expect, test } from 'vitest';
import { contour } from './contours.ts';
import { arrowsOf, byColumns, readSurface, scoreAt } from './critic-surface.ts';

/** A plane that rises by 2 along x and falls by 1 along y, over [−1, 3] × [0, 4]. */
const plane = (x: number, y: number) => 2 * x - y + 5;
const size = 5;
const surface: CriticSurface = {
  low: [-1, 0],
  high: [3, 4],
  size,
  scores: Array.from({ length: size * size }, (_, i) => plane(-1 + (i % size), Math.floor(i / size))),
  arrows: 2,
  gradients: [2, -1, 2, -1, 2, -1, 2, -1],
  real: [2, 1, 3, 1],
  generated: [0, 2, 1, 2],
};

test('between its points a plane is the plane', () => {
  for (const [x, y] of [
    [-1, 0],
    [3, 4],
    [0.3, 2.7],
    [2.99, 0.01],
  ] as const)
    expect(scoreAt(surface, x, y)).toBeCloseTo(plane(x, y), 12);
  expect(scoreAt(surface, 9, 2)).toBeCloseTo(plane(3, 2), 12);
});

test('colours span the scores, and the difference of real and generated points is told', () => {
  const { centre, difference, steepest, levels, reach } = readSurface(surface);
  const [real, generated] = [(plane(2, 1) + plane(3, 1)) / 2, (plane(0, 2) + plane(1, 2)) / 2];
  expect(difference).toBeCloseTo(real - generated, 12);
  expect([centre - reach, centre + reach]).toEqual([plane(-1, 4), plane(3, 0)]);
  expect(steepest).toBeCloseTo(Math.sqrt(5), 12);
  expect(levels[5]).toBeCloseTo(centre, 12);
  expect(Math.max(...levels)).toBeLessThan(centre + reach);
});

test('a surface that is flat still has colours to be drawn in', () => {
  const flat = { ...surface, scores: surface.scores.map(() => 7), gradients: surface.gradients.map(() => 0) };
  expect(readSurface(flat)).toMatchObject({ centre: 7, reach: 1, difference: 0, steepest: 0, steep: 0 });
});

test('arrows stand in the middles of equal squares, row by row', () => {
  expect(arrowsOf(surface).map(({ x, y }) => [x, y])).toEqual([
    [0, 1],
    [2, 1],
    [0, 3],
    [2, 3],
  ]);
});

test('contours run where the score is that of the line', () => {
  const pieces = contour(byColumns(surface), size, size, plane(0.5, 1));
  expect(pieces.length).toBeGreaterThan(2);
  for (const { from } of pieces) expect(plane(from[0] - 1, from[1])).toBeCloseTo(plane(0.5, 1), 9);
});
