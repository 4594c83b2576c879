import * as tf from '@tensorflow/tfjs-core';

export interface AdamSettings {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon?: number;
  /** Where ε stands: beside the corrected root (`paper`, PyTorch) or the uncorrected one (`keras`). */
  epsilonForm?: 'paper' | 'keras';
}

/** Moves the weights of one network; its moments belong to that network alone. */
export interface Optimiser {
  /** `gradients` in the order of the weights; `update` counts from 1. */
  apply: (gradients: tf.Tensor[], update: number) => void;
  /** All that a checkpoint must keep. */
  state: Record<string, tf.Variable>;
  dispose: () => void;
}

/**
 * Adam (1412.6980, alg. 1; ε outside the root). The moments of all weights lie in one vector each, so that an update
 * costs a dozen ops instead of a dozen per weight. No running product of β: the correction is computed from `update`,
 * which makes a resumed run equal to the bit.
 */
export function createAdam(
  weights: tf.Variable[],
  { learningRate, beta1, beta2, epsilon = 1e-8, epsilonForm = 'paper' }: AdamSettings,
): Optimiser {
  const sizes = weights.map((weight) => weight.size);
  const length = sizes.reduce((a, b) => a + b, 0);
  const mean = tf.tidy(() => tf.variable(tf.zeros([length]), false));
  const square = tf.tidy(() => tf.variable(tf.zeros([length]), false));
  const blend = (old: tf.Variable, value: tf.Tensor, beta: number) =>
    old.assign(tf.add(tf.mul(old, beta), tf.mul(value, 1 - beta)));
  return {
    state: { mean, square },
    apply: (gradients, update) =>
      tf.tidy(() => {
        const gradient = tf.concat1d(gradients.map((g) => tf.reshape(g, [g.size])));
        blend(square, tf.square(gradient), beta2);
        if (beta1 > 0) blend(mean, gradient, beta1);
        const direction = beta1 > 0 ? mean : gradient;
        const correction = 1 - beta2 ** update;
        const smallest = epsilonForm === 'paper' ? epsilon : epsilon / Math.sqrt(correction);
        const root = tf.add(tf.sqrt(tf.mul(square, 1 / correction)), smallest);
        const move = tf.mul(tf.div(direction, root), learningRate / (1 - beta1 ** update));
        const parts = tf.split(move, sizes);
        for (const [i, weight] of weights.entries()) {
          weight.assign(tf.sub(weight, tf.reshape(parts[i] as tf.Tensor, weight.shape)));
        }
      }),
    dispose: () => tf.dispose([mean, square]),
  };
}
