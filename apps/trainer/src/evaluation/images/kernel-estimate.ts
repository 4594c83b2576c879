import type { Estimate } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { bootstrap } from '../bootstrap.ts';
import { blockOf, blockSizes, timesDrawn } from './blocks.ts';
import { valuesOf } from './values-of.ts';

/**
 * The kernel distance (../kernel-distance.ts) of feature rows, [rows · features], to `real`, and its interval. The
 * products are the engine's, in float32, which leaves an error of some 1e-7 of the kernel's mean.
 */
export function createKernelEstimate(real: Float32Array, features: number) {
  const withinReal = meanOfPairs(blocksWithin(real, features));
  return (fake: Float32Array, counter: number): Estimate => {
    const within = blocksWithin(fake, features);
    const between = blocksBetween(fake, real, features);
    const distance = (times: Float64Array) => withinReal + meanOfPairs(within, times) - 2 * meanOfRows(between, times);
    const all = new Float64Array(within.rows.length).fill(1);
    return bootstrap(distance(all), counter, (resample) => distance(timesDrawn(all.length, resample)));
  };
}

interface Within {
  rows: Float64Array;
  /** Kernels of two different rows, summed by the blocks of both, [blocks · blocks]. */
  sums: Float64Array;
}

function blocksWithin(values: Float32Array, features: number): Within {
  const count = values.length / features;
  const rows = blockSizes(count);
  const sums = new Float64Array(rows.length ** 2);
  eachKernel(values, values, features, (i, j, kernel) => {
    if (i === j) return; // a row's kernel to itself would bias the estimate
    const place = blockOf(i, count) * rows.length + blockOf(j, count);
    sums[place] = (sums[place] as number) + kernel;
  });
  return { rows, sums };
}

/** A block that is drawn twice adds its own pairs four times, and as many are counted: the mean stays unbiased. */
function meanOfPairs({ rows, sums }: Within, times?: Float64Array): number {
  let [sum, pairs] = [0, 0];
  for (let p = 0; p < rows.length; p++) {
    for (let q = 0; q < rows.length; q++) {
      const weight = times ? (times[p] as number) * (times[q] as number) : 1;
      sum += weight * (sums[p * rows.length + q] as number);
      pairs += weight * (rows[p] as number) * ((rows[q] as number) - (p === q ? 1 : 0));
    }
  }
  return sum / pairs;
}

/** Mean kernels of a block's rows to all of `others`, [blocks], summed. */
function blocksBetween(values: Float32Array, others: Float32Array, features: number) {
  const count = values.length / features;
  const rows = blockSizes(count);
  const sums = new Float64Array(rows.length);
  eachKernel(values, others, features, (i, _, kernel) => {
    const block = blockOf(i, count);
    sums[block] = (sums[block] as number) + kernel;
  });
  return { rows, sums: sums.map((sum) => sum / (others.length / features)) };
}

function meanOfRows({ rows, sums }: { rows: Float64Array; sums: Float64Array }, times: Float64Array): number {
  let [sum, count] = [0, 0];
  for (let block = 0; block < rows.length; block++) {
    sum += (times[block] as number) * (sums[block] as number);
    count += (times[block] as number) * (rows[block] as number);
  }
  return sum / count;
}

/** Calls `use` with (x·y/features + 1)³ for every row x of `a` and y of `b`. */
function eachKernel(
  a: Float32Array,
  b: Float32Array,
  features: number,
  use: (i: number, j: number, kernel: number) => void,
): void {
  const [rows, columns] = [a.length / features, b.length / features];
  const products = valuesOf(
    tf.tidy(() => tf.matMul(tf.tensor2d(a, [rows, features]), tf.transpose(tf.tensor2d(b, [columns, features])))),
  );
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const base = (products[i * columns + j] as number) / features + 1;
      use(i, j, base * base * base);
    }
  }
}
