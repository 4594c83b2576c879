import * as tf from '@tensorflow/tfjs-core';

/**
 * ‖∇ₓ critic‖₂ of each sample, over all its pixels and channels: [batch]. Valid only where the critic does not mix
 * samples (no batch normalisation). The 1e-12 keeps the root's own gradient finite at 0.
 */
export function slopes(critic: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor): tf.Tensor1D {
  const gradient = tf.grad((input: tf.Tensor) => tf.sum(critic(input)))(x);
  const allButBatch = x.shape.map((_, axis) => axis).slice(1);
  return tf.sqrt(tf.add(tf.sum(tf.square(gradient), allButBatch), 1e-12));
}

/** Two-sided penalty before its weight: mean (slope − 1)² (WGAN-GP, 1704.00028 eq. 3). */
export const twoSidedPenalty = (slope: tf.Tensor1D): tf.Scalar => tf.mean(tf.square(tf.sub(slope, 1)));

/** mix·real + (1 − mix)·fake with one mix, uniform in [0, 1), a sample: mix [batch, 1, …] (1704.00028 alg. 1 l. 4–6). */
export const interpolate = (real: tf.Tensor, fake: tf.Tensor, mix: tf.Tensor): tf.Tensor =>
  tf.add(fake, tf.mul(mix, tf.sub(real, fake)));
