import { permutation, type RunConfig, randomStream } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import type { Dataset, ImageSet } from './image-set.ts';
import { loadMnist } from './mnist.ts';

const loaders: Record<RunConfig['dataset'], (folder?: string) => Dataset> = { mnist: loadMnist };

export const loadDataset = (config: RunConfig, folder?: string): Dataset => loaders[config.dataset](folder);

/**
 * The batches of seeded epochs: batch number `update` (from 1) is a function of the seed alone. Each epoch is a fresh
 * order; what is left of it after the last whole batch is not used.
 */
export function createBatches({ train }: Dataset, { seed, batchSize }: RunConfig) {
  const perEpoch = Math.max(1, Math.floor(train.count / batchSize));
  let epoch = -1;
  let order: Uint32Array = new Uint32Array();
  return (update: number): tf.Tensor4D => {
    const wanted = Math.floor((update - 1) / perEpoch);
    if (wanted !== epoch) {
      epoch = wanted;
      order = permutation({ seed, stream: randomStream.shuffle, counter: epoch }, train.count);
    }
    const first = ((update - 1) % perEpoch) * batchSize;
    // A set smaller than one batch goes round.
    return imagesAt(
      train,
      Array.from({ length: batchSize }, (_, i) => order[(first + i) % train.count] as number),
    );
  };
}

/** The first `count` held-out images. */
export const heldOutBatch = ({ test }: Dataset, count: number): tf.Tensor4D =>
  imagesAt(
    test,
    Array.from({ length: Math.min(count, test.count) }, (_, i) => i),
  );

/** [indices, height, width, channels], scaled from 0 … 255 to [-1, 1]. */
function imagesAt({ pixels, height, width, channels }: ImageSet, indices: number[]): tf.Tensor4D {
  const size = height * width * channels;
  const values = new Float32Array(indices.length * size);
  for (const [row, index] of indices.entries()) {
    for (let i = 0; i < size; i++) values[row * size + i] = (pixels[index * size + i] as number) / 127.5 - 1;
  }
  return tf.tensor4d(values, [indices.length, height, width, channels]);
}
