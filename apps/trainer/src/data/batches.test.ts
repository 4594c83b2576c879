import { beforeAll, expect, test } from 'vitest';
import { startTestEngine } from '../engine/test-engine.ts';
import { createBatches, heldOutBatch } from './batches.ts';
import type { SampleSet } from './sample-set.ts';

beforeAll(startTestEngine);

/** Image number i is one pixel of value i, and its class is i % 3. */
const numbered = (count: number): SampleSet => ({
  count,
  shape: [1, 1, 1],
  values: Uint8Array.from({ length: count }, (_, i) => i),
  labels: Uint8Array.from({ length: count }, (_, i) => i % 3),
});
const ten = numbered(10);
const options = (batchSize: number, seed = 1) => ({ batchSize, seed });
const numbersOf = ({ samples }: ReturnType<ReturnType<typeof createBatches>>) =>
  Array.from(samples.dataSync(), (value) => Math.round((value + 1) * 127.5));

test('an epoch brings each image at most once, and the next one in another order', () => {
  const next = createBatches(ten, options(3));
  const epochs = [0, 1].map((epoch) => [1, 2, 3].flatMap((update) => numbersOf(next(epoch * 3 + update))));
  for (const epoch of epochs) expect(new Set(epoch).size).toBe(9);
  expect(epochs[0]).not.toEqual(epochs[1]);
});

test('a batch depends on seed and number alone, not on those before it', () => {
  const batch = (seed: number, update: number) => numbersOf(createBatches(ten, options(3, seed))(update));
  const next = createBatches(ten, options(3));
  for (const update of [1, 2, 3, 4]) next(update);
  expect(numbersOf(next(5))).toEqual(batch(1, 5));
  expect(batch(1, 5)).not.toEqual(batch(2, 5));
});

test('the order of a seed is part of every curve, so it never changes', () => {
  expect(numbersOf(createBatches(ten, options(10))(1))).toEqual([1, 9, 8, 7, 2, 0, 5, 3, 6, 4]);
});

test('a set smaller than a batch goes round', () => {
  expect(new Set(numbersOf(createBatches(ten, options(16))(1))).size).toBe(10);
});

test('a label stays with its image', () => {
  const batch = createBatches(ten, options(4))(2);
  expect(Array.from(batch.labels ?? [])).toEqual(numbersOf(batch).map((number) => number % 3));
  expect(heldOutBatch(ten, 4).labels).toEqual(Int32Array.of(0, 1, 2, 0));
  const { labels: _, ...unlabelled } = ten;
  expect(createBatches(unlabelled, options(4))(2)).not.toHaveProperty('labels');
});

test('pixels are scaled to [-1, 1], and the held-out images are the first ones', () => {
  expect(Array.from(heldOutBatch(ten, 2).samples.dataSync())).toEqual([-1, Math.fround(1 / 127.5 - 1)]);
  expect(heldOutBatch(ten, 100).samples.shape).toEqual([10, 1, 1, 1]);
});

test('pixels are scaled to [0, 1] for a sigmoid', () => {
  const extremes: SampleSet = { count: 2, shape: [1, 1, 1], values: Uint8Array.of(51, 255) };
  expect(Array.from(heldOutBatch(extremes, 2, 'unit').samples.dataSync())).toEqual([Math.fround(0.2), 1]);
  expect(createBatches(extremes, { ...options(2), range: 'unit' })(1).samples.dataSync()).toContain(1);
});

test('points are used as they are', () => {
  const points: SampleSet = { count: 2, shape: [2], values: Float32Array.of(-4, 0.5, 2, 7) };
  const { samples } = heldOutBatch(points, 2);
  expect([samples.shape, Array.from(samples.dataSync())]).toEqual([
    [2, 2],
    [-4, 0.5, 2, 7],
  ]);
});
