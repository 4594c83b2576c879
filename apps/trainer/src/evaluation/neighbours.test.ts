import { expect, test } from 'vitest';
import { measureNeighbours } from './neighbours.ts';
import { normalPoints, shifted } from './test-points.ts';

test('a copy of the real points has all four measures at 1', () => {
  const real = normalPoints(40, 3, 1);
  const perfect = { precision: 1, recall: 1, density: 1, coverage: 1 };
  expect(measureNeighbours(real, real.toReversed(), 5)).toEqual(perfect);
});

test('distant points have all four measures at 0', () => {
  const real = normalPoints(40, 3, 1);
  expect(measureNeighbours(real, shifted(real, 100), 3)).toEqual({ precision: 0, recall: 0, density: 0, coverage: 0 });
});

test('a generator with one mode of two is precise but recalls half', () => {
  const mode = normalPoints(30, 2, 1);
  const real = [...mode, ...shifted(normalPoints(30, 2, 2), 100)];
  const { precision, recall, coverage } = measureNeighbours(real, mode, 5);
  expect([precision, recall, coverage]).toEqual([1, 0.5, 0.5]);
});

test('a point on the surface of a ball is outside', () => {
  const real = [[0], [1], [2], [3]]; // each ball reaches to the next point
  const measured = measureNeighbours(real, [[-1], [0.5], [4], [10]], 1);
  // Only 0.5 is inside, namely in the balls around 0 and 1.
  expect(measured).toMatchObject({ precision: 0.25, density: 0.5, coverage: 0.5 });
});

test('distances that differ by rounding alone tie', () => {
  // 0.5² + 1.2² and 1.3² are not the same number, their roots are: (0.5, 1.2) is on the ball around the origin.
  const measured = measureNeighbours(
    [
      [0, 0],
      [0, 1.3],
    ],
    [
      [0.5, 1.2],
      [50, 50],
    ],
    1,
  );
  expect(measured.density).toBe(0.5);
});

test('sets with no k-th neighbour are refused', () => {
  expect(() => measureNeighbours(normalPoints(5, 2, 1), normalPoints(9, 2, 2), 5)).toThrow(RangeError);
  expect(() => measureNeighbours(normalPoints(9, 2, 1), normalPoints(9, 2, 2), 0)).toThrow(RangeError);
});
