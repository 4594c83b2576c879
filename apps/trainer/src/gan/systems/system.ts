import type * as tf from '@tensorflow/tfjs-core';
import type { Penalty } from './penalties.ts';

/** Numbers that systems are made with; one that a system does not use has no effect. */
export interface SystemSettings {
  /** Weight λ of the gradient penalty, and the slope it aims at. */
  lambda?: number;
  target?: number;
  /** Weight of the R1 penalty, of which one half counts. */
  gamma?: number;
  /** How far DRAGAN looks around real samples, in standard deviations of the batch. */
  draganScale?: number;
  /** Least-squares targets: generated and real for the critic, generated for the generator. */
  a?: number;
  b?: number;
  c?: number;
  /** Bound of the critic's weights. */
  clip?: number;
}

/** What is minimised, as functions of raw scores [batch, 1]. The critic's loss is the sum of its two halves. */
export interface AdversarialLoss {
  real: (scores: tf.Tensor) => tf.Scalar;
  fake: (scores: tf.Tensor) => tf.Scalar;
  generator: (fakeScores: tf.Tensor) => tf.Scalar;
}

/** What tells one GAN system from another. */
export interface System {
  loss: AdversarialLoss;
  penalty?: Penalty;
  /** Trainable critic weights are cut to [−clipValue, clipValue] after each update. */
  clipValue?: number;
  /** Both networks also learn to name classes. */
  hasClasses?: boolean;
}

export type CreateSystem = (settings: SystemSettings) => System;
