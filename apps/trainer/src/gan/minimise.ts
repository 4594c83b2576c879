import * as tf from '@tensorflow/tfjs-core';
import type { Optimiser } from './optimisers/optimiser.ts';

/** One update of `weights` down the gradient of `loss`; gives the loss before it. `factors` are the optimiser's. */
export function minimise(
  loss: () => tf.Scalar,
  weights: tf.Variable[],
  optimiser: Optimiser,
  factors: tf.Tensor1D,
): tf.Scalar {
  const { value, gradients } = differentiate(loss, weights);
  optimiser.apply(gradients, factors);
  return value;
}

/** The loss and its gradients in the order of `weights`. */
export function differentiate(loss: () => tf.Scalar, weights: tf.Variable[]) {
  const { value, grads } = tf.variableGrads(loss, weights);
  return { value, gradients: weights.map((weight) => grads[weight.name] as tf.Tensor) };
}
