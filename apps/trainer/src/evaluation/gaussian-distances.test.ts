import { expect, test } from 'vitest';
import {
  frechetDistance,
  frechetDistanceOfFeatures,
  gaussianKl,
  gaussianW2,
  gaussianW2Squared,
} from './gaussian-distances.ts';
import { normalPoints, shifted } from './test-points.ts';

const diagonal = (entries: number[]) => entries.map((entry, i) => entries.map((_, j) => (i === j ? entry : 0)));

/** Symmetric and positive definite, with large entries off its diagonal. */
function covariance(size: number, counter: number): number[][] {
  const factor = normalPoints(size, size, counter);
  return factor.map((a) => factor.map((b) => a.reduce((sum, entry, k) => sum + entry * (b[k] as number), 0)));
}

test('in one dimension it is the squared Wasserstein-2 distance', () => {
  const [a, b] = [
    { mean: -1, sd: 0.5 },
    { mean: 2, sd: 1.5 },
  ];
  const frechet = frechetDistance(
    { mean: [a.mean], covariance: [[a.sd ** 2]] },
    { mean: [b.mean], covariance: [[b.sd ** 2]] },
  );
  expect(frechet).toBeCloseTo(gaussianW2Squared(a, b), 13);
  expect(gaussianW2(a, b) ** 2).toBeCloseTo(gaussianW2Squared(a, b), 13);
});

test('KL of Gaussians is 0 for equal ones and infinite where one is a single point', () => {
  expect(gaussianKl({ mean: 1, sd: 2 }, { mean: 1, sd: 2 })).toBe(0);
  expect(gaussianKl({ mean: 1, sd: 2 }, { mean: 1, sd: 0 })).toBe(Infinity);
  expect(gaussianKl({ mean: 1, sd: 0 }, { mean: 1, sd: 2 })).toBe(Infinity);
  expect(gaussianKl({ mean: 0, sd: 1 }, { mean: 3, sd: 1 })).toBeCloseTo(4.5, 14);
});

test('diagonal covariances follow ‖Δμ‖² + Σ (√a − √b)²', () => {
  const [a, b] = [
    [4, 0.25, 0],
    [1, 2.25, 9],
  ];
  const distance = frechetDistance(
    { mean: [1, 2, 3], covariance: diagonal(a as number[]) },
    { mean: [1, 0, 3], covariance: diagonal(b as number[]) },
  );
  expect(distance).toBeCloseTo(4 + (2 - 1) ** 2 + (0.5 - 1.5) ** 2 + (0 - 3) ** 2, 12);
});

test('covariances that differ by a factor follow (√factor − 1)² · trace', () => {
  const mean = new Float64Array(12);
  const a = covariance(12, 1);
  const trace = a.reduce((sum, row, i) => sum + (row[i] as number), 0);
  const distance = frechetDistance(
    { mean, covariance: a },
    { mean, covariance: a.map((row) => row.map((x) => 9 * x)) },
  );
  expect(distance / (4 * trace)).toBeCloseTo(1, 12);
});

test('it is the same both ways', () => {
  const [a, b] = [1, 2].map((i) => ({ mean: normalPoints(1, 9, i)[0] as number[], covariance: covariance(9, i) }));
  if (!a || !b) throw new Error('two are made above');
  expect(frechetDistance(a, b) / frechetDistance(b, a)).toBeCloseTo(1, 11);
});

test.each([
  ['more rows than features', 40],
  ['fewer rows than features', 5],
])('equal features are at no distance and shifted ones at the square of the shift: %s', (_, rows) => {
  const features = normalPoints(rows, 16, 3);
  expect(frechetDistanceOfFeatures(features, features)).toBeCloseTo(0, 10);
  expect(frechetDistanceOfFeatures(features, shifted(features, 3))).toBeCloseTo(9, 10);
});

test('one row has no covariance', () => {
  expect(() => frechetDistanceOfFeatures([[1, 2]], normalPoints(3, 2, 1))).toThrow(RangeError);
});
