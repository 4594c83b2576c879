import * as tf from '@tensorflow/tfjs-core';

/** Of a resized axis: how much each of its `size` pixels takes from each of the original's `length`, [size][length]. */
type Weights = (length: number, size: number) => number[][];

/** The gradient of resizing: dy [batch, height, width, channels] added back to where each pixel came from in `images`. */
export function addBack(dy: tf.Tensor, images: tf.Tensor, weights: Weights): tf.Tensor {
  const [batch, fromHeight, fromWidth, channels] = dy.shape as [number, number, number, number];
  const [, height, width] = images.shape as [number, number, number, number];
  const rows = contract(tf.reshape(dy, [batch, fromHeight, fromWidth * channels]), weights(height, fromHeight));
  const all = contract(tf.reshape(rows, [batch * height, fromWidth, channels]), weights(width, fromWidth));
  return tf.reshape(all, images.shape);
}

/** Sums x [n, size, rest] over its middle axis with weights [size, length]: [n, length, rest]. */
function contract(x: tf.Tensor, weights: number[][]): tf.Tensor {
  const [n, size, rest] = x.shape as [number, number, number];
  const last = tf.reshape(tf.transpose(x, [0, 2, 1]), [n * rest, size]) as tf.Tensor2D;
  return tf.transpose(tf.reshape(tf.matMul(last, tf.tensor2d(weights)), [n, rest, -1]), [0, 2, 1]);
}

export const nearestWeights = (length: number, size: number, { alignCorners, halfPixelCenters }: tf.NamedAttrMap) =>
  Array.from({ length: size }, (_, i) => {
    const scale = alignCorners && size > 1 ? (length - 1) / (size - 1) : length / size;
    const place = (i + (halfPixelCenters ? 0.5 : 0)) * scale;
    const nearest = Math.min(length - 1, alignCorners ? Math.round(place) : Math.floor(place));
    return Array.from({ length }, (_, j) => (j === nearest ? 1 : 0));
  });

/** With half-pixel centres: pixel i lies at (i + ½) · length / size − ½. */
export const bilinearWeights = (length: number, size: number) =>
  Array.from({ length: size }, (_, i) => {
    const place = Math.min(length - 1, Math.max(0, ((i + 0.5) * length) / size - 0.5));
    return Array.from({ length }, (_, j) => Math.max(0, 1 - Math.abs(place - j)));
  });
