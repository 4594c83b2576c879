import * as tf from '@tensorflow/tfjs-core';

/** [batch, classes] of 0s and a 1; written as a comparison, since the wasm engine's own op fills floats wrongly. */
export function oneHot(labels: tf.Tensor1D, classes: number): tf.Tensor2D {
  const numbers = tf.reshape(tf.range(0, classes, 1, 'int32'), [1, classes]);
  return tf.cast(tf.equal(tf.reshape(labels, [-1, 1]), numbers), 'float32') as tf.Tensor2D;
}
