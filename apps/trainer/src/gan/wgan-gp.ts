import type { RunConfig } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { interpolate, slopes, twoSidedPenalty } from './gradient-penalty.ts';
import type { System } from './system.ts';

/** Wasserstein GAN with gradient penalty (1704.00028, algorithm 1). */
export const createWganGp = ({ gradientPenaltyWeight }: RunConfig): System => ({
  criticLosses: ({ critic, real, fake, mix }) => {
    // Two passes, not one over both: then gradients that cancel do so exactly, and Adam cannot blow up their rounding.
    const realScore: tf.Scalar = tf.mean(critic(real));
    const fakeScore: tf.Scalar = tf.mean(critic(fake));
    const criticEstimate = tf.sub<tf.Scalar>(realScore, fakeScore);
    const slope = slopes(critic, interpolate(real, fake, mix));
    const gradientPenalty = twoSidedPenalty(slope);
    return {
      criticLoss: tf.sub(tf.mul(gradientPenaltyWeight, gradientPenalty), criticEstimate),
      criticEstimate,
      realScore,
      fakeScore,
      gradientPenalty,
      gradientNorm: tf.mean(slope),
    };
  },
  generatorLoss: (fakeScores) => tf.neg(tf.mean(fakeScores)),
});
