import * as tf from '@tensorflow/tfjs-core';

/**
 * Packs of m samples (PacGAN, 1712.04086 §3): [m · batch, …, channels] → [batch, …, m · channels]. The critic scores a
 * pack; m = 1 changes nothing.
 */
export function pack(samples: tf.Tensor, m: number): tf.Tensor {
  if (m === 1) return samples;
  const [count = 0, ...shape] = samples.shape;
  const batch = count / m;
  const channels = shape.at(-1) as number;
  const places = shape.slice(0, -1).reduce((a, b) => a * b, 1);
  const grouped = tf.transpose(tf.reshape(samples, [batch, m, places, channels]), [0, 2, 1, 3]);
  return tf.reshape(grouped, [batch, ...shape.slice(0, -1), m * channels]);
}
