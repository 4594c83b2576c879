import * as tf from '@tensorflow/tfjs-core';

/** Cuts every weight to [−bound, bound] (1701.07875 alg. 1, line 7). */
export function clipWeights(weights: tf.Variable[], bound: number): void {
  for (const weight of weights) weight.assign(tf.tidy(() => tf.clipByValue(weight, -bound, bound)));
}

/** Share of the weights at the bound. */
export const measureClipFraction = (weights: tf.Variable[], bound: number): tf.Scalar =>
  tf.tidy(() => {
    const all = tf.concat1d(weights.map((weight) => tf.reshape(weight, [weight.size])));
    // The bound as the weights have it, in float32.
    return tf.mean(tf.cast(tf.greaterEqual(tf.abs(all), Math.fround(bound)), 'float32'));
  });
