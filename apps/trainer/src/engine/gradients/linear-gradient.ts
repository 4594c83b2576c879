import * as tf from '@tensorflow/tfjs-core';

type Map = (x: tf.Tensor) => tf.Tensor;

/**
 * A map that is linear in its one argument, so that its derivative is its adjoint, however often one differentiates.
 * What `map` closes over counts as constant: a gradient penalty would otherwise send zeros back through the whole critic.
 * `name` is what the tape calls it; certified-ops.ts knows it by that name.
 */
export const applyLinear = (name: string, map: Map, adjoint: Map, x: tf.Tensor): tf.Tensor =>
  tf.tidy(name, () =>
    tf.customGrad((...inputs) => ({
      value: map(inputs[0] as tf.Tensor),
      gradFunc: (dy: tf.Tensor) => applyLinear(name, adjoint, map, dy),
    }))(x),
  );
