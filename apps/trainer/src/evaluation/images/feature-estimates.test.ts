import { normals, randomStream } from '@duality/shared';
import { beforeAll, expect, test } from 'vitest';
import { startEngine } from '../../engine/engine.ts';
import { frechetDistanceOfFeatures } from '../gaussian-distances.ts';
import { kernelDistance } from '../kernel-distance.ts';
import { featureCount } from './classifier.ts';
import { createFeatureEstimates } from './feature-estimates.ts';
import { createFrechetEstimate } from './frechet-estimate.ts';
import { createKernelEstimate } from './kernel-estimate.ts';

beforeAll(() => startEngine('wasm'));

const draw = (rows: number, counter: number, features = 8) =>
  normals({ seed: 3, stream: randomStream.dataset, counter }, rows * features);
const rowsOf = (values: Float32Array, features = 8) =>
  Array.from({ length: values.length / features }, (_, i) => values.subarray(i * features, (i + 1) * features));
const shifted = (values: Float32Array, by: number) => values.map((value) => value + by);

test('a distance from sums of blocks is the distance of the rows', () => {
  const [real, fake] = [draw(300, 1), shifted(draw(500, 2), 0.3)];
  const frechet = createFrechetEstimate(real, 8)(fake, 1);
  expect(frechet.value).toBeCloseTo(frechetDistanceOfFeatures(rowsOf(real), rowsOf(fake)), 9);
  const kernel = createKernelEstimate(real, 8)(fake, 1);
  expect(kernel.value).toBeCloseTo(kernelDistance(rowsOf(real), rowsOf(fake)), 5);
  for (const { value, low, high } of [frechet, kernel]) {
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
  }
});

test('a set is at Fréchet distance 0 from itself', () => {
  const real = draw(300, 1);
  expect(createFrechetEstimate(real, 8)(real, 1).value).toBeCloseTo(0, 9);
});

test('the kernel distance of two halves of one set is 0 on average, and 95 % intervals mostly hold it', () => {
  const estimates = Array.from({ length: 100 }, (_, i) => {
    const set = draw(400, i);
    return createKernelEstimate(set.subarray(0, 1600), 8)(set.subarray(1600), i);
  });
  const values = estimates.map(({ value }) => value);
  const mean = values.reduce((a, b) => a + b) / values.length;
  const error = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / values.length;
  expect(Math.abs(mean)).toBeLessThan(4 * error);
  const holding = estimates.filter(({ low, high }) => low <= 0 && high >= 0).length;
  expect(holding).toBeGreaterThan(80);
});

test('a copy of the real rows has precision, recall, density and coverage 1', () => {
  const real = draw(200, 1, featureCount);
  const estimates = createFeatureEstimates(real)?.(real.slice(), 1);
  for (const name of ['precision', 'recall', 'density', 'coverage']) {
    expect(estimates?.[`eval.${name}`]?.value).toBeCloseTo(1, 12);
  }
});

test('too few rows have no neighbours to compare', () => {
  expect(createFeatureEstimates(draw(5, 1, featureCount))).toBeUndefined();
  expect(createFeatureEstimates(draw(50, 1, featureCount))?.(draw(5, 2, featureCount), 1)).toEqual({});
});
