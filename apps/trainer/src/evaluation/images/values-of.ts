import type * as tf from '@tensorflow/tfjs-core';

/** The values of a tensor, which is disposed. Not to be read in a tidy: it would look for tensors in every number. */
export function valuesOf(tensor: tf.Tensor): Float32Array {
  const values = tensor.dataSync() as Float32Array;
  tensor.dispose();
  return values;
}
