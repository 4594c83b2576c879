import * as tf from '@tensorflow/tfjs-core';
import type { Rule } from './rule.ts';

/** w ← w − lr · g */
export const sgd: Rule = { state: {}, move: (gradient, learningRate) => tf.mul(gradient, learningRate) };
