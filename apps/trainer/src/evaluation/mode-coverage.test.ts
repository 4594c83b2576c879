import { expect, test } from 'vitest';
import { measureModeCoverage } from './mode-coverage.ts';
import { normalPoints } from './test-points.ts';

const centres = Array.from({ length: 8 }, (_, i) => [Math.cos((i * Math.PI) / 4), Math.sin((i * Math.PI) / 4)]);
const ring = { centres, sigma: 0.01 };
const perfect = (count: number) =>
  normalPoints(count, 2, 1).map((noise, i) => noise.map((x, axis) => 0.01 * x + (centres[i % 8]?.[axis] as number)));

test('a perfect sampler reaches the two ceilings of the threshold', () => {
  const count = 20_000;
  const { modesFound, highQualityFraction, klToUniform, boxFraction } = measureModeCoverage(perfect(count), ring);
  const within = (share: number) => 4 * Math.sqrt((share * (1 - share)) / count);
  const [distanceRule, boxRule] = [1 - Math.exp(-4.5), 0.9973002 ** 2];
  expect(modesFound).toBe(8);
  expect(klToUniform).toBeLessThan(0.001);
  expect(Math.abs(highQualityFraction - distanceRule)).toBeLessThan(within(distanceRule));
  expect(Math.abs(boxFraction - boxRule)).toBeLessThan(within(boxRule));
});

test('one mode of eight has the largest divergence, log 8', () => {
  const coverage = measureModeCoverage([centres[3] as number[]], ring);
  expect(coverage).toMatchObject({ counts: [0, 0, 0, 1, 0, 0, 0, 0], modesFound: 1, highQualityFraction: 1 });
  expect(coverage.klToUniform).toBeCloseTo(Math.log(8), 14);
});

test('no mode at all has no divergence', () => {
  const coverage = measureModeCoverage(
    [
      [0, 0],
      [Number.NaN, 1],
    ],
    ring,
  );
  expect(coverage).toMatchObject({ modesFound: 0, highQualityFraction: 0, klToUniform: null, boxFraction: 0 });
});

test('the corner of the box is not of high quality, and a threshold is not reached by equality', () => {
  const modes = { centres: [[0, 0]], sigma: 1 };
  const points = [
    [2.5, 2.5],
    [3, 0],
    [0, 2.875],
  ];
  expect(measureModeCoverage(points, modes)).toMatchObject({ counts: [1], boxFraction: 2 / 3 });
  expect(measureModeCoverage(points, modes, 4)).toMatchObject({ counts: [3], boxFraction: 1 });
});

test('no points are refused', () => {
  expect(() => measureModeCoverage([], ring)).toThrow(RangeError);
});
