import { configure, getPreset } from '@duality/shared';
import { beforeAll, expect, test } from 'vitest';
import { startTestEngine } from '../engine/test-engine.ts';
import { createBatches, heldOutBatch } from './dataset.ts';
import type { ImageSet } from './image-set.ts';

beforeAll(startTestEngine);

/** Image number i is one pixel of value i. */
const numbered = (count: number): ImageSet => ({
  count,
  height: 1,
  width: 1,
  channels: 1,
  pixels: Uint8Array.from({ length: count }, (_, i) => i),
});
const data = { train: numbered(10), test: numbered(4) };
const config = (batchSize: number, seed = 1) => configure(getPreset('wgan-gp-mnist'), { batchSize, seed });
const numbersOf = (batch: { dataSync(): ArrayLike<number> }) =>
  Array.from(batch.dataSync(), (value) => Math.round((value + 1) * 127.5));

test('an epoch brings each image at most once, and the next one in another order', () => {
  const next = createBatches(data, config(3));
  const epochs = [0, 1].map((epoch) => [1, 2, 3].flatMap((update) => numbersOf(next(epoch * 3 + update))));
  for (const epoch of epochs) expect(new Set(epoch).size).toBe(9);
  expect(epochs[0]).not.toEqual(epochs[1]);
});

test('a batch depends on seed and number alone, not on those before it', () => {
  const batch = (seed: number, update: number) => numbersOf(createBatches(data, config(3, seed))(update));
  const next = createBatches(data, config(3));
  for (const update of [1, 2, 3, 4]) next(update);
  expect(numbersOf(next(5))).toEqual(batch(1, 5));
  expect(batch(1, 5)).not.toEqual(batch(2, 5));
});

test('a set smaller than a batch goes round', () => {
  expect(new Set(numbersOf(createBatches(data, config(16))(1))).size).toBe(10);
});

test('pixels are scaled to [-1, 1], and the held-out images are the first ones', () => {
  expect(Array.from(heldOutBatch(data, 2).dataSync())).toEqual([-1, Math.fround(1 / 127.5 - 1)]);
  expect(heldOutBatch(data, 100).shape).toEqual([4, 1, 1, 1]);
});
