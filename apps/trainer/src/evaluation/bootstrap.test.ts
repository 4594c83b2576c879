import { normals, randomStream } from '@duality/shared';
import { expect, test } from 'vitest';
import { bootstrap, mean, meanAt } from './bootstrap.ts';

const sample = (counter: number, length: number) =>
  normals({ seed: 3, stream: randomStream.heldOutNoise, counter }, length);
const ofMean = (values: Float32Array, counter: number) =>
  bootstrap(mean(values), counter, (resample) => meanAt(values, resample(values.length)));

test('the interval of a mean is about two standard errors to each side', () => {
  const { value, low, high } = ofMean(sample(1, 400), 1);
  expect(high - value).toBeGreaterThan(0.07);
  expect(high - value).toBeLessThan(0.13);
  expect(value - low).toBeGreaterThan(0.07);
  expect(value - low).toBeLessThan(0.13);
});

test('it holds the true mean in about 95 of 100 samples', () => {
  const hits = Array.from({ length: 200 }, (_, i) => ofMean(sample(i, 100), i)).filter(
    ({ low, high }) => low <= 0 && 0 <= high,
  ).length;
  expect(hits).toBeGreaterThan(178);
  expect(hits).toBeLessThanOrEqual(200);
});

test('the same counter gives the same interval, another one another', () => {
  const values = sample(1, 50);
  expect(ofMean(values, 1)).toEqual(ofMean(values, 1));
  expect(ofMean(values, 1)).not.toEqual(ofMean(values, 2));
});
