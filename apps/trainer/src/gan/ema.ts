import * as tf from '@tensorflow/tfjs-core';
import type { Network } from './networks/network.ts';

/** Moves `average`, which starts as a copy, one step after `source`: e ← decay·e + (1 − decay)·w, statistics included. */
export function followWeights(average: Network, source: Network, decay: number): void {
  for (const [name, weight] of Object.entries(source.weights)) {
    average.weights[name]?.assign(
      tf.tidy(() => tf.add(tf.mul(average.weights[name] as tf.Variable, decay), tf.mul(weight, 1 - decay))),
    );
  }
}
