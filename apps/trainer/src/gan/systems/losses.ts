import * as tf from '@tensorflow/tfjs-core';
import type { AdversarialLoss } from './system.ts';

const mean = (x: tf.Tensor): tf.Scalar => tf.mean(x);

/** Cross-entropy of logits; the generator maximises the probability of being taken for real (1406.2661 §3). */
export const nonSaturating: AdversarialLoss = {
  real: (f) => mean(tf.softplus(tf.neg(f))),
  fake: (f) => mean(tf.softplus(f)),
  generator: (f) => mean(tf.softplus(tf.neg(f))),
};

/** The generator minimises mean log(1 − σ(f)) (1406.2661 eq. 1). */
export const minimax: AdversarialLoss = { ...nonSaturating, generator: (f) => tf.neg(mean(tf.softplus(f))) };

/** Kantorovich–Rubinstein duality without its constraint (1701.07875 eq. 3). */
export const wasserstein: AdversarialLoss = {
  real: (f) => tf.neg(mean(f)),
  fake: mean,
  generator: (f) => tf.neg(mean(f)),
};

/** 1705.02894 and 1802.05957 eqs 16–17. */
export const hinge: AdversarialLoss = {
  real: (f) => mean(tf.relu(tf.sub(1, f))),
  fake: (f) => mean(tf.relu(tf.add(1, f))),
  generator: (f) => tf.neg(mean(f)),
};

/** Targets a for generated and b for real samples, c for the generator (1611.04076 eq. 2). */
export function leastSquares(a: number, b: number, c: number): AdversarialLoss {
  const distance = (target: number) => (f: tf.Tensor) => tf.mul<tf.Scalar>(0.5, mean(tf.square(tf.sub(f, target))));
  return { real: distance(b), fake: distance(a), generator: distance(c) };
}

/** Cross-entropy as −log of a sigmoid, each logarithm cut at −100: what a trap in it does to training. */
export const clampedProbabilities: AdversarialLoss = {
  real: (f) => clampedLog(tf.sigmoid(f)),
  fake: (f) => clampedLog(tf.sub(1, tf.sigmoid(f))),
  generator: (f) => clampedLog(tf.sigmoid(f)),
};

function clampedLog(probability: tf.Tensor): tf.Scalar {
  const isZero = tf.equal(probability, 0);
  const logarithm = tf.log(tf.where(isZero, 1, probability)); // never of 0, whose gradient is no number
  return tf.neg(mean(tf.maximum(tf.where(isZero, -100, logarithm), -100)));
}
