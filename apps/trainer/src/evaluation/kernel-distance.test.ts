import { expect, test } from 'vitest';
import { kernelDistance } from './kernel-distance.ts';
import { normalPoints, shifted } from './test-points.ts';

const trials = Array.from(
  { length: 200 },
  (_, i) => [normalPoints(20, 4, 2 * i), normalPoints(25, 4, 2 * i + 1)] as const,
);
const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('for equal distributions it is 0 on average, below it about as often as above', () => {
  const values = trials.map(([a, b]) => kernelDistance(a, b));
  const mean = meanOf(values);
  const standardError = Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)) / values.length);
  expect(Math.abs(mean)).toBeLessThan(4 * standardError);
  expect(values.filter((value) => value < 0).length).toBeGreaterThan(40);
});

test('in one dimension it is the distance of the first three moments', () => {
  // (xy + 1)³ = 1 + 3xy + 3x²y² + x³y³; two equal rows a set leave no bias to take away.
  const expected = 3 * (1 - 2) ** 2 + 3 * (1 - 4) ** 2 + (1 - 8) ** 2;
  expect(kernelDistance([[1], [1]], [[2], [2]])).toBeCloseTo(expected, 12);
});

test('it is symmetric and grows with a shift', () => {
  const [a, b] = [normalPoints(40, 3, 1), normalPoints(30, 3, 2)];
  expect(kernelDistance(a, b)).toBeCloseTo(kernelDistance(b, a), 12);
  expect(kernelDistance(a, shifted(b, 2))).toBeGreaterThan(kernelDistance(a, shifted(b, 1)));
});

test('a single row is refused', () => {
  expect(() => kernelDistance([[1]], [[1], [2]])).toThrow(RangeError);
});
