import * as tf from '@tensorflow/tfjs-core';

/** The same numbers, through which no gradient flows. */
export const asConstant = (x: tf.Tensor): tf.Tensor =>
  tf.customGrad((input) => ({ value: tf.clone(input as tf.Tensor), gradFunc: () => tf.zerosLike(x) }))(x);
