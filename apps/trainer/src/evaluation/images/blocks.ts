import type { Estimate } from '@duality/shared';
import { bootstrap, mean, type Resample } from '../bootstrap.ts';

/**
 * Rows that are drawn independently make blocks that are, too: their sums are resampled in place of the rows, at a
 * small part of the work.
 */
const mostBlocks = 128;

const blocksOf = (rows: number): number => Math.min(rows, mostBlocks);

/** Which of `blocksOf(rows)` blocks a row is in. */
export const blockOf = (row: number, rows: number): number => Math.floor((row * blocksOf(rows)) / rows);

export function blockSizes(rows: number): Float64Array {
  const sizes = new Float64Array(blocksOf(rows));
  for (let row = 0; row < rows; row++) {
    const block = blockOf(row, rows);
    sizes[block] = (sizes[block] as number) + 1;
  }
  return sizes;
}

/** How often a resample draws each of `blocks`. */
export function timesDrawn(blocks: number, resample: Resample): Float64Array {
  const times = new Float64Array(blocks);
  for (const block of resample(blocks)) times[block] = (times[block] as number) + 1;
  return times;
}

/** The mean of one number a row. */
export function estimateMean(values: ArrayLike<number>, counter: number): Estimate {
  const sizes = blockSizes(values.length);
  const sums = new Float64Array(sizes.length);
  for (let row = 0; row < values.length; row++) {
    const block = blockOf(row, values.length);
    sums[block] = (sums[block] as number) + (values[row] as number);
  }
  return bootstrap(mean(values), counter, (resample) => {
    let [sum, rows] = [0, 0];
    for (const block of resample(sizes.length)) {
      sum += sums[block] as number;
      rows += sizes[block] as number;
    }
    return sum / rows;
  });
}
