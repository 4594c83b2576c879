import * as tf from '@tensorflow/tfjs-core';
import type { CriticBatch, CriticStep, Losses } from './losses-of-step.ts';

/** What a critic step logs, where the system has it. */
const logged = ['criticLoss', 'criticEstimate', 'realScore', 'fakeScore', 'gradientPenalty', 'gradientNorm'] as const;

/** The metrics of one critic update, by their public names. */
export function metricsOf({ losses, real, fake }: CriticStep, { realLabels, fakeLabels }: CriticBatch): Losses {
  const metrics: Losses = {};
  for (const name of logged) if (losses[name]) metrics[name] = losses[name];
  if (real.classLogits && fake.classLogits && realLabels && fakeLabels) {
    metrics.classLoss = tf.add(losses.realClassLoss as tf.Scalar, losses.fakeClassLoss as tf.Scalar);
    metrics.accuracyReal = accuracy(real.classLogits, realLabels);
    metrics.accuracyFake = accuracy(fake.classLogits, fakeLabels);
  }
  return metrics;
}

/** Share of samples whose largest logit is that of their label. */
const accuracy = (logits: tf.Tensor, labels: tf.Tensor1D): tf.Scalar =>
  tf.mean(tf.cast(tf.equal(tf.argMax(logits, 1), labels), 'float32'));
