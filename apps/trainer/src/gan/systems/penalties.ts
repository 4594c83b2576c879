import * as tf from '@tensorflow/tfjs-core';

/** The points of one critic update: all [batch, …] but `mix`, which is [batch, 1, …]. */
export interface PenaltyPoints {
  real: tf.Tensor;
  fake: tf.Tensor;
  /** Uniform in [0, 1), one a sample, where the penalty draws it. */
  mix?: tf.Tensor;
  /** Uniform in [0, 1), one a number, where the penalty draws it. */
  perturbation?: tf.Tensor;
}

export interface Slopes {
  /** Σ g² of each sample: [batch]. */
  squares: tf.Tensor1D;
  /** √(Σ g² + 1e-12): [batch]; the summand keeps the root's own gradient finite at 0. */
  norms: tf.Tensor1D;
}

export interface Penalty {
  /** What its mean is multiplied by in the critic's loss. */
  weight: number;
  /** What of PenaltyPoints is drawn for it. */
  draws?: readonly ('mix' | 'perturbation')[];
  at: (points: PenaltyPoints) => tf.Tensor;
  of: (slopes: Slopes) => tf.Scalar;
}

type Place = Pick<Penalty, 'draws' | 'at'>;

/** At mix · real + (1 − mix) · fake (1704.00028 alg. 1, lines 4–6). */
export const between: Place = {
  draws: ['mix'],
  at: ({ real, fake, mix }) => tf.add(fake, tf.mul(mix as tf.Tensor, tf.sub(real, fake))),
};

/** At x + mix · scale · s · perturbation, s the deviation of all numbers of the real batch (1705.07215, its code). */
export const aroundReal = (scale: number): Place => ({
  draws: ['mix', 'perturbation'],
  at: ({ real, mix, perturbation }) => {
    const deviation = tf.sqrt(tf.mean(tf.square(tf.sub(real, tf.mean(real)))));
    return tf.add(real, tf.mul(mix as tf.Tensor, tf.mul(tf.mul(scale, deviation), perturbation as tf.Tensor)));
  },
});

/** At the real samples. */
export const onReal: Place = { at: ({ real }) => real };

/** mean (‖g‖ − target)² */
export const twoSided =
  (target: number) =>
  ({ norms }: Slopes): tf.Scalar =>
    tf.mean(tf.square(tf.sub(norms, target)));

/** mean max(0, ‖g‖ − target)² */
export const oneSided =
  (target: number) =>
  ({ norms }: Slopes): tf.Scalar =>
    tf.mean(tf.square(tf.relu(tf.sub(norms, target))));

/** mean Σ g² (1801.04406 eq. 9 without γ/2). */
export const zeroCentred = ({ squares }: Slopes): tf.Scalar => tf.mean(squares);

/**
 * g = ∇ₓ Σ score of each sample, over all its pixels and channels. Where the critic compares samples of a batch, g is
 * the gradient of the sum of all scores.
 */
export function measureSlopes(score: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor): Slopes {
  const gradient = tf.grad((input: tf.Tensor) => tf.sum(score(input)))(x);
  const allButBatch = x.shape.map((_, axis) => axis).slice(1);
  const squares: tf.Tensor1D = tf.sum(tf.square(gradient), allButBatch);
  return { squares, norms: tf.sqrt(tf.add(squares, 1e-12)) };
}
