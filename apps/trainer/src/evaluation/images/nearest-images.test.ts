import { beforeAll, expect, test } from 'vitest';
import { samplesAt } from '../../data/batches.ts';
import { startEngine } from '../../engine/engine.ts';
import { euclideanDistance } from '../points.ts';
import { createNearestSearch } from './nearest-images.ts';
import { createNearestEstimate } from './pixel-estimates.ts';
import { barImages } from './test-images.ts';

beforeAll(() => startEngine('wasm'));

const train = barImages(300, 1);
const others = barImages(40, 2);
const pixelsOf = (set: typeof train, count = set.count) =>
  samplesAt(
    set,
    Array.from({ length: count }, (_, i) => i),
  );

test('the nearest image is the one that comparing pixel by pixel finds', () => {
  const [known, drawn] = [pixelsOf(train), pixelsOf(others)];
  const image = (pixels: Float32Array, i: number) => pixels.subarray(i * 144, (i + 1) * 144);
  const { places, distances } = createNearestSearch(train)(drawn, others.count);
  for (let i = 0; i < others.count; i++) {
    const all = Array.from({ length: train.count }, (_, j) => euclideanDistance(image(drawn, i), image(known, j)));
    expect(places[i]).toBe(all.indexOf(Math.min(...all)));
    expect(distances[i]).toBeCloseTo(Math.min(...all), 10);
  }
});

test('copies of training images are at no distance, other real images at the usual one', () => {
  const { floor, measure } = createNearestEstimate(train, pixelsOf(others), others.count);
  const copies = measure(pixelsOf(train, 64), 64, 1);
  expect(copies.estimate).toEqual({ value: 0, low: 0, high: 0 });
  expect(Array.from(copies.places)).toEqual(Array.from({ length: 64 }, (_, i) => i));
  expect(floor.value).toBe(1);
  const more = barImages(64, 3);
  const { value, low, high } = measure(pixelsOf(more), 64, 1).estimate;
  expect(value).toBeGreaterThan(0.9);
  expect(value).toBeLessThan(1.1);
  expect(low).toBeLessThanOrEqual(value);
  expect(high).toBeGreaterThanOrEqual(value);
});
