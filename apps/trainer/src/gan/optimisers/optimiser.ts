import * as tf from '@tensorflow/tfjs-core';
import { type AdamSettings, adam } from './adam.ts';
import { type RmsPropSettings, rmsProp } from './rmsprop.ts';
import type { Rule } from './rule.ts';
import { sgd } from './sgd.ts';

interface Rate {
  learningRate: number;
  /** The rate of update t (from 1) is divided by 1 + decay · (t − 1). */
  learningRateDecay?: number;
}
export type OptimiserSettings = Rate &
  ((AdamSettings & { type: 'adam' }) | (RmsPropSettings & { type: 'rmsprop' }) | { type: 'sgd' });

/** Moves the weights of one network; its moments belong to that network alone. */
export interface Optimiser {
  /** `gradients` in the order of the weights; `update` counts from 1. */
  apply: (gradients: tf.Tensor[], update: number) => void;
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
  const { state, move } = createRule(settings, () => tf.tidy(() => tf.variable(tf.zeros([length]), false)));
  const { learningRate, learningRateDecay = 0 } = settings;
  return {
    state,
    apply: (gradients, update) =>
      tf.tidy(() => {
        const gradient = tf.concat1d(gradients.map((g) => tf.reshape(g, [g.size])));
        const step = move(gradient, learningRate / (1 + learningRateDecay * (update - 1)), update);
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
