import * as tf from '@tensorflow/tfjs-core';
import { blend, type Rule } from './rule.ts';

export interface RmsPropSettings {
  rho: number;
  epsilon?: number;
}

/**
 * RMSProp with ε outside the root, as Keras and PyTorch have it: w ← w − lr · g / (√v + ε). TensorFlow.js has ε inside,
 * which at the small gradients of a clipped critic is some eight times slower.
 */
export function rmsProp({ rho, epsilon = 1e-7 }: RmsPropSettings, createMoment: () => tf.Variable): Rule {
  const square = createMoment();
  return {
    state: { square },
    factorsOf: (learningRate) => [learningRate],
    move: (gradient, [learningRate]) => {
      blend(square, tf.square(gradient), rho);
      return tf.mul(tf.div(gradient, tf.add(tf.sqrt(square), epsilon)), learningRate as tf.Scalar);
    },
  };
}
