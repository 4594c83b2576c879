import * as tf from '@tensorflow/tfjs-core';
import type { Rule } from './rule.ts';

/** w ← w − lr · g */
export const sgd: Rule = {
  state: {},
  factorsOf: (learningRate) => [learningRate],
  move: (gradient, [learningRate]) => tf.mul(gradient, learningRate as tf.Scalar),
};
