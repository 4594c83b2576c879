import { permutation, randomStream } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { type SampleSet, sampleSize } from './sample-set.ts';

/** How pixels 0 … 255 are scaled: to [-1, 1], or to [0, 1] for sigmoid generators. Coordinates are never scaled. */
export type PixelRange = 'symmetric' | 'unit';

export interface Batch {
  /** [batch, …shape of a sample]; whoever takes the batch disposes it. */
  samples: tf.Tensor;
  /** [batch], from 0. */
  labels?: Int32Array;
}

interface BatchOptions {
  seed: number;
  batchSize: number;
  range?: PixelRange | undefined;
}

/**
 * The batches of seeded epochs: batch number `update` (from 1) is a function of the seed alone. Each epoch is a fresh
 * order; what is left of it after the last whole batch is not used.
 */
export function createBatches(data: SampleSet, { seed, batchSize, range }: BatchOptions): (update: number) => Batch {
  const perEpoch = Math.max(1, Math.floor(data.count / batchSize));
  let epoch = -1;
  let order: Uint32Array = new Uint32Array();
  return (update) => {
    const wanted = Math.floor((update - 1) / perEpoch);
    if (wanted !== epoch) {
      epoch = wanted;
      order = permutation({ seed, stream: randomStream.shuffle, counter: epoch }, data.count);
    }
    const first = ((update - 1) % perEpoch) * batchSize;
    // A set smaller than one batch goes round.
    return batchAt(
      data,
      Array.from({ length: batchSize }, (_, i) => order[(first + i) % data.count] as number),
      range,
    );
  };
}

/** The first `count` samples, or all if there are fewer. */
export const heldOutBatch = (data: SampleSet, count: number, range?: PixelRange): Batch =>
  batchAt(
    data,
    Array.from({ length: Math.min(count, data.count) }, (_, i) => i),
    range,
  );

const scales: Record<PixelRange, Float32Array> = {
  symmetric: Float32Array.from({ length: 256 }, (_, pixel) => pixel / 127.5 - 1),
  unit: Float32Array.from({ length: 256 }, (_, pixel) => pixel / 255),
};

function batchAt(data: SampleSet, indices: number[], range?: PixelRange): Batch {
  const { shape, labels } = data;
  return {
    samples: tf.tensor(samplesAt(data, indices, range), [indices.length, ...shape]),
    ...(labels && { labels: Int32Array.from(indices, (index) => labels[index] as number) }),
  };
}

/** The samples at `indices`, one after the other. */
export function samplesAt(data: SampleSet, indices: ArrayLike<number>, range: PixelRange = 'symmetric'): Float32Array {
  const size = sampleSize(data);
  const out = new Float32Array(indices.length * size);
  for (let row = 0; row < indices.length; row++) {
    const first = (indices[row] as number) * size;
    const sample = data.values.subarray(first, first + size);
    if (sample instanceof Float32Array) out.set(sample, row * size);
    else scaleInto(out, row * size, sample, scales[range]);
  }
  return out;
}

function scaleInto(out: Float32Array, start: number, pixels: Uint8Array, scale: Float32Array): void {
  for (let i = 0; i < pixels.length; i++) out[start + i] = scale[pixels[i] as number] as number;
}
