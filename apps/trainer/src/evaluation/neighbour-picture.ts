import { type SampleSet, sampleSize } from '../data/sample-set.ts';
import { drawSampleGrid } from '../sample-grid.ts';

/**
 * PNG of the first samples, pixels in [-1, 1], over the training images at the places `nearest`: one column a sample.
 */
export function drawNeighbours(samples: Float32Array, nearest: readonly number[], train: SampleSet): Uint8Array {
  const size = sampleSize(train);
  const columns = nearest.length;
  const values = new Float32Array(2 * columns * size);
  values.set(samples.subarray(0, columns * size));
  for (const [column, place] of nearest.entries()) {
    const image = train.values.subarray(place * size, (place + 1) * size);
    for (let i = 0; i < size; i++) values[(columns + column) * size + i] = (image[i] as number) / 127.5 - 1;
  }
  return drawSampleGrid(values, [2 * columns, ...train.shape], columns).png;
}
