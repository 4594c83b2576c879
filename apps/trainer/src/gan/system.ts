import type * as tf from '@tensorflow/tfjs-core';

/** Scalars by metric name, on the device. */
export type Losses = Record<string, tf.Scalar>;

/** What one critic update sees. */
interface CriticBatch {
  /** Scores [batch, 1] of images [batch, height, width, channels]. */
  critic: (images: tf.Tensor) => tf.Tensor;
  real: tf.Tensor;
  fake: tf.Tensor;
  /** Uniform in [0, 1), one a sample: [batch, 1, 1, 1]. */
  mix: tf.Tensor;
}

/** What tells one GAN system from another. */
export interface System {
  /** What is logged, among it `criticLoss`, which the critic minimises. */
  criticLosses: (batch: CriticBatch) => Losses & { criticLoss: tf.Scalar };
  /** What the generator minimises, from the scores of its images. */
  generatorLoss: (fakeScores: tf.Tensor) => tf.Scalar;
}
