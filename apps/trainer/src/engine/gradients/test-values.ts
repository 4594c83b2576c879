import * as tf from '@tensorflow/tfjs-core';

/** Deterministic values in ±2 that lie apart from one another and from 0. */
export const spread = (length: number, seed = 0): number[] =>
  Array.from({ length }, (_, i) => {
    const value = 2 * Math.sin(1 + 2.4 * (i + 1) + 0.7 * seed);
    return value + 0.1 * Math.sign(value);
  });

export const constant = (shape: number[], seed: number) =>
  tf.tensor(
    spread(
      shape.reduce((a, b) => a * b, 1),
      seed,
    ),
    shape,
  );
