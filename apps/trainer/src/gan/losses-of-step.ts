import * as tf from '@tensorflow/tfjs-core';
import { asConstant } from './layers/constant.ts';
import type { Outputs } from './networks/network.ts';
import { oneHot } from './one-hot.ts';
import { measureSlopes, type PenaltyPoints, type Slopes } from './systems/penalties.ts';
import type { System } from './systems/system.ts';

/** Scalars by name, on the device. */
export type Losses = Record<string, tf.Scalar>;

/** What one critic update sees. */
export interface CriticBatch extends PenaltyPoints {
  /** Class numbers [batch], int32, of a system with classes. */
  realLabels?: tf.Tensor1D;
  fakeLabels?: tf.Tensor1D;
}

export interface CriticStep {
  real: Outputs;
  fake: Outputs;
  penalised?: Slopes & { points: tf.Tensor };
  losses: Losses & { criticLoss: tf.Scalar };
}

interface CriticOptions {
  /** The critic as the penalty sees it, where that is another than the one that is trained. */
  penalisedCritic?: (x: tf.Tensor) => Outputs;
  /** ε of the drift term ε E f(x)² (1710.10196 §A.1). */
  driftWeight?: number;
}

/** All terms of the critic's loss; `criticLoss` is what it minimises. */
export function computeCriticStep(
  { loss, penalty, hasClasses }: System,
  critic: (x: tf.Tensor) => Outputs,
  batch: CriticBatch,
  { penalisedCritic = critic, driftWeight = 0 }: CriticOptions = {},
): CriticStep {
  // Two passes, not one over both: then gradients that cancel do so exactly, and Adam cannot blow up their rounding.
  const real = critic(batch.real);
  const fake = critic(batch.fake);
  const realScore: tf.Scalar = tf.mean(real.output);
  const fakeScore: tf.Scalar = tf.mean(fake.output);
  const losses: Losses = {
    criticEstimate: tf.sub<tf.Scalar>(realScore, fakeScore),
    realScore,
    fakeScore,
    realLoss: loss.real(real.output),
    fakeLoss: loss.fake(fake.output),
  };
  const terms = [losses.realLoss, losses.fakeLoss] as tf.Scalar[];
  if (hasClasses) {
    losses.realClassLoss = crossEntropy(real.classLogits as tf.Tensor2D, batch.realLabels as tf.Tensor1D);
    losses.fakeClassLoss = crossEntropy(fake.classLogits as tf.Tensor2D, batch.fakeLabels as tf.Tensor1D);
    terms.push(losses.realClassLoss, losses.fakeClassLoss);
  }
  let penalised: CriticStep['penalised'];
  if (penalty) {
    const points = penalty.at(batch);
    penalised = { points, ...measureSlopes((x) => penalisedCritic(x).output, points) };
    losses.gradientPenalty = penalty.of(penalised);
    losses.gradientNorm = tf.mean(penalised.norms);
    terms.push(tf.mul(penalty.weight, losses.gradientPenalty));
  }
  if (driftWeight > 0) terms.push(tf.mul(driftWeight, tf.mean(tf.square(real.output))));
  return { real, fake, ...(penalised && { penalised }), losses: { criticLoss: sum(terms), ...losses } };
}

/** What one generator update sees beside its own samples. */
export interface GeneratorBatch {
  fake: tf.Tensor;
  fakeLabels?: tf.Tensor1D;
  /** Real samples and the layer whose features are matched, in place of the system's own generator loss. */
  matching?: { real: tf.Tensor; featureLayer: string };
}

/** All terms of the generator's loss; `generatorLoss` is what it minimises. */
export function computeGeneratorStep(
  { loss, hasClasses }: System,
  critic: (x: tf.Tensor, featureLayer?: string) => Outputs,
  { fake, fakeLabels, matching }: GeneratorBatch,
): Losses & { generatorLoss: tf.Scalar } {
  const { output, classLogits, features } = critic(fake, matching?.featureLayer);
  const losses: Losses = { fakeScore: tf.mean(output) };
  const terms: tf.Scalar[] = [];
  if (matching) {
    const wanted = critic(matching.real, matching.featureLayer).features as tf.Tensor2D;
    losses.featureMatchingLoss = matchMeans(wanted, features as tf.Tensor2D);
    terms.push(losses.featureMatchingLoss);
  } else {
    losses.adversarialLoss = loss.generator(output);
    terms.push(losses.adversarialLoss);
  }
  if (hasClasses) {
    losses.fakeClassLoss = crossEntropy(classLogits as tf.Tensor2D, fakeLabels as tf.Tensor1D);
    terms.push(losses.fakeClassLoss);
  }
  return { generatorLoss: sum(terms), ...losses };
}

const sum = (terms: tf.Scalar[]): tf.Scalar => terms.reduce((total, term) => tf.add(total, term));

/** ‖E φ(x) − E φ(g)‖² over all features (1606.03498 §3.1). */
const matchMeans = (real: tf.Tensor2D, fake: tf.Tensor2D): tf.Scalar =>
  tf.sum(tf.square(tf.sub(tf.mean(real, 0), tf.mean(fake, 0))));

/** Mean of −log softmax at the label, in the stable form log Σ exp(x − max) − (x_label − max). */
export function crossEntropy(logits: tf.Tensor2D, labels: tf.Tensor1D): tf.Scalar {
  const chosen = oneHot(labels, logits.shape[1]);
  const shifted = tf.sub(logits, tf.max(asConstant(logits), 1, true));
  return tf.mean(tf.sub(tf.log(tf.sum(tf.exp(shifted), 1)), tf.sum(tf.mul(chosen, shifted), 1)));
}
