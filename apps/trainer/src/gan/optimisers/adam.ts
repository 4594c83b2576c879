import * as tf from '@tensorflow/tfjs-core';
import { blend, type Rule } from './rule.ts';

export interface AdamSettings {
  beta1: number;
  beta2: number;
  epsilon?: number;
  /** Where ε stands: beside the corrected root (`paper`, PyTorch) or the uncorrected one (`keras`). */
  epsilonForm?: 'paper' | 'keras';
}

/**
 * Adam (1412.6980, alg. 1; ε outside the root). No running product of β: the correction is computed from `update`,
 * which makes a resumed run equal to the bit.
 */
export function adam(
  { beta1, beta2, epsilon = 1e-8, epsilonForm = 'paper' }: AdamSettings,
  createMoment: () => tf.Variable,
): Rule {
  const mean = createMoment();
  const square = createMoment();
  return {
    state: { mean, square },
    factorsOf: (learningRate, update) => {
      const correction = 1 - beta2 ** update;
      const smallest = epsilonForm === 'paper' ? epsilon : epsilon / Math.sqrt(correction);
      return [1 / correction, smallest, learningRate / (1 - beta1 ** update)];
    },
    move: (gradient, factors) => {
      const [correction, smallest, rate] = factors as [tf.Scalar, tf.Scalar, tf.Scalar];
      blend(square, tf.square(gradient), beta2);
      if (beta1 > 0) blend(mean, gradient, beta1);
      const direction = beta1 > 0 ? mean : gradient;
      const root = tf.add(tf.sqrt(tf.mul(square, correction)), smallest);
      return tf.mul(tf.div(direction, root), rate);
    },
  };
}
