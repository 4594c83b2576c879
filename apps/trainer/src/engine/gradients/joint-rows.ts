/** For tests: ops that mix a [3, 4] input's numbers, along the last axis unless said otherwise, and the same in double precision. */
import * as tf from '@tensorflow/tfjs-core';

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: number[]) => sum(values) / values.length;
const variance = (values: number[]) => mean(values.map((value) => (value - mean(values)) ** 2));
const columns = (x: number[], width: number) =>
  Array.from({ length: width }, (_, j) => x.filter((_, i) => i % width === j));
const rows = (x: number[], width: number) =>
  Array.from({ length: x.length / width }, (_, i) => x.slice(i * width, (i + 1) * width));

export const jointRows: [string, (x: tf.Tensor) => tf.Tensor, (x: number[]) => number[]][] = [
  ['softmax', tf.softmax, perRow((row) => row.map((value) => Math.exp(value) / sum(row.map(Math.exp))))],
  ['logSumExp', (x) => tf.logSumExp(x, -1), perRow((row) => [Math.log(sum(row.map(Math.exp)))])],
  [
    'max',
    (x) => tf.max(tf.square(x), 1),
    perRow((row) => [Math.max(...row) > -Math.min(...row) ? Math.max(...row) ** 2 : Math.min(...row) ** 2]),
  ],
  ['min', (x) => tf.min(tf.exp(x), 0), (x) => columns(x, 4).map((column) => Math.exp(Math.min(...column)))],
  [
    'batch normalisation',
    (x) =>
      tf.batchNorm(
        x as tf.Tensor2D,
        tf.mean(x, 0) as tf.Tensor1D,
        tf.moments(x, 0).variance as tf.Tensor1D,
        tf.tensor1d([1, 2, 3, 4]),
        tf.tensor1d([4, 3, 2, 1]),
        1e-3,
      ),
    (x) =>
      x.map((value, i) => {
        const column = columns(x, 4)[i % 4] as number[];
        return 1 + (i % 4) + ((4 - (i % 4)) * (value - mean(column))) / Math.sqrt(variance(column) + 1e-3);
      }),
  ],
  ['L2 norm', (x) => tf.sqrt(tf.add(tf.sum(tf.square(x), 1), 1e-12)), perRow((row) => [Math.hypot(...row)])],
  ['norm', (x) => tf.norm(x, 'euclidean', 1), perRow((row) => [Math.hypot(...row)])],
  [
    'layer normalisation',
    layerNorm,
    perRow((row) => row.map((value) => (value - mean(row)) / Math.sqrt(variance(row) + 1e-5))),
  ],
  [
    'minibatch standard deviation',
    batchDeviation,
    (x) => [mean(columns(x, 4).map((column) => Math.sqrt(variance(column) + 1e-8)))],
  ],
  [
    'minibatch discrimination',
    distances,
    (x) =>
      rows(x, 4).map((row) =>
        sum(rows(x, 4).map((other) => Math.exp(-sum(row.map((value, i) => Math.abs(value - (other[i] as number))))))),
      ),
  ],
  [
    'squaredDifference of rows',
    (x) => tf.squaredDifference(x, tf.slice(x, [0, 0], [1, 4])),
    (x) => x.map((value, i) => (value - (x[i % 4] as number)) ** 2),
  ],
  [
    'minimum of rows',
    (x) => tf.minimum(tf.square(x), tf.slice(x, [0, 0], [1, 4])),
    (x) => x.map((value, i) => Math.min(value ** 2, x[i % 4] as number)),
  ],
  [
    'a product with itself',
    (x) => tf.matMul(x, x, false, true),
    (x) => rows(x, 4).flatMap((a) => rows(x, 4).map((b) => sum(a.map((value, i) => value * (b[i] as number))))),
  ],
  [
    'tied maxima',
    (x) => tf.mul(tf.cast(tf.equal(x, tf.max(x)), 'float32'), tf.square(x)),
    (x) => x.map((value) => (value === Math.max(...x) ? value ** 2 : 0)),
  ],
];

function perRow(f: (row: number[]) => number[]): (x: number[]) => number[] {
  return (x) => rows(x, 4).flatMap(f);
}

function layerNorm(x: tf.Tensor): tf.Tensor {
  const moments = tf.moments(x, -1, true);
  return tf.mul(tf.sub(x, moments.mean), tf.rsqrt(tf.add(moments.variance, 1e-5)));
}

function batchDeviation(x: tf.Tensor): tf.Tensor {
  return tf.mean(tf.sqrt(tf.add(tf.moments(x, 0).variance, 1e-8)));
}

/** Σ over the batch of exp(−‖xᵢ − xⱼ‖₁) (Improved techniques, 1606.03498 §3.2). */
function distances(x: tf.Tensor): tf.Tensor {
  const between = tf.abs(tf.sub(tf.expandDims(x, 0), tf.expandDims(x, 1)));
  return tf.sum(tf.exp(tf.neg(tf.sum(between, 2))), 1);
}
