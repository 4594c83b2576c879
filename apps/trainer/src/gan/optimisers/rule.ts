import * as tf from '@tensorflow/tfjs-core';

/** How far to move, as a function of the gradient: both one vector over all weights. */
export interface Rule {
  state: Record<string, tf.Variable>;
  /** What changes from update to update, which counts from 1. */
  factorsOf: (learningRate: number, update: number) => number[];
  /** `factors` are those numbers, as scalars. */
  move: (gradient: tf.Tensor1D, factors: tf.Scalar[]) => tf.Tensor1D;
}

/** old ← β · old + (1 − β) · value */
export const blend = (old: tf.Variable, value: tf.Tensor, beta: number) =>
  old.assign(tf.add(tf.mul(old, beta), tf.mul(value, 1 - beta)));
