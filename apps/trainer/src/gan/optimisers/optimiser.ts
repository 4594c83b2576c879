import * as tf from '@tensorflow/tfjs-core';
import { type AdamSettings, adam } from './adam.ts';
import { type RmsPropSettings, rmsProp } from './rmsprop.ts';
import type { Rule } from './rule.ts';
import { sgd } from './sgd.ts';

interface Rate {
  learningRate: number;
  /** The rate of update t (from 1) is divided by 1 + decay · (t − 1). */
  learningRateDecay?: number;
  /** How many updates went by before its moments began, as in a clone that changes the optimiser; it counts from there. */
  updatesBefore?: number;
  /** The count that its rate and moments go by, where another network's updates are counted too; its own when absent. */
  countOf?: (own: number) => number;
}
export type OptimiserSettings = Rate &
  ((AdamSettings & { type: 'adam' }) | (RmsPropSettings & { type: 'rmsprop' }) | { type: 'sgd' });

/** Moves the weights of one network; its moments belong to that network alone. */
export interface Optimiser {
  /** What changes from update to update, which counts from 1: numbers for `apply`. */
  factorsOf: (update: number) => Float32Array;
  /** `gradients` in the order of the weights. */
  apply: (gradients: tf.Tensor[], factors: tf.Tensor1D) => void;
  /** All that a checkpoint must keep. */
  state: Record<string, tf.Variable>;
  dispose: () => void;
}

/**
 * The moments of all weights lie in one vector each, so that an update costs a dozen ops instead of a dozen per weight.
 * They start at 0.
 */
export function createOptimiser(weights: tf.Variable[], settings: OptimiserSettings): Optimiser {
  const sizes = weights.map((weight) => weight.size);
  const length = sizes.reduce((a, b) => a + b, 0);
  const { state, factorsOf, move } = createRule(settings, () => tf.tidy(() => tf.variable(tf.zeros([length]), false)));
  const { learningRate, learningRateDecay = 0, updatesBefore = 0, countOf = (own) => own } = settings;
  const rateOf = (count: number) => learningRate / (1 + learningRateDecay * (count - 1));
  return {
    state,
    factorsOf: (update) => {
      const count = countOf(update - updatesBefore);
      return Float32Array.from(factorsOf(rateOf(count), count));
    },
    apply: (gradients, factors) =>
      tf.tidy(() => {
        const gradient = tf.concat1d(gradients.map((g) => tf.reshape(g, [g.size])));
        const step = move(gradient, tf.unstack(factors) as tf.Scalar[]);
        const parts = tf.split(step, sizes);
        for (const [i, weight] of weights.entries()) {
          weight.assign(tf.sub(weight, tf.reshape(parts[i] as tf.Tensor, weight.shape)));
        }
      }),
    dispose: () => tf.dispose(state),
  };
}

function createRule(settings: OptimiserSettings, createMoment: () => tf.Variable): Rule {
  switch (settings.type) {
    case 'adam':
      return adam(settings, createMoment);
    case 'rmsprop':
      return rmsProp(settings, createMoment);
    case 'sgd':
      return sgd;
  }
}
