import { randomStream } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { compile, type Fresh } from '../engine/compile.ts';
import { clipWeights, measureClipFraction } from './clipping.ts';
import { type CriticBatch, computeCriticStep, type Losses } from './losses-of-step.ts';
import { metricsOf } from './metrics-of-step.ts';
import { minimise } from './minimise.ts';
import { updateSeparately } from './mistakes.ts';
import type { Outputs } from './networks/network.ts';
import { pack } from './packing.ts';
import { keepAll, type Parts } from './parts.ts';

const own = (update: number) => update;
/** The generator's updates have the odd counters of the streams that both networks draw from. */
const even = (update: number) => 2 * update;

/** One update of the critic, compiled: (number from 1, real samples, their class numbers) → the metrics before it. */
export function createCriticUpdate(parts: Parts) {
  const { config, system, mistakes, critic, criticOptimiser: optimiser } = parts;
  const weights = Object.values(critic.trainable);
  return compile((fresh, real: tf.Tensor, realLabels?: tf.Tensor): Losses => {
    const batch = drawBatch(parts, fresh, real, realLabels as tf.Tensor1D | undefined);
    const uniforms = parts.drawFrom(fresh).dropout(even);
    const score = (x: tf.Tensor): Outputs => critic.forward(x, { training: true, uniforms });
    const scoreInInference = (x: tf.Tensor): Outputs => critic.forward(x, { training: false });
    const penalisedCritic = mistakes.has('penalty-in-inference') ? scoreInInference : score;
    let losses: Losses = {};
    const compute = () => {
      const step = computeCriticStep(system, score, batch, { driftWeight: config.driftWeight, penalisedCritic });
      tf.dispose(losses); // of the other half, where halves are updated apart
      losses = keepAll(metricsOf(step, batch));
      return step.losses;
    };
    if (mistakes.has('separate-updates')) {
      updateSeparately(compute, weights, optimiser, {
        real: fresh((update) => optimiser.factorsOf(2 * update - 1)),
        fake: fresh((update) => optimiser.factorsOf(2 * update)),
      });
    } else {
      minimise(() => compute().criticLoss, weights, optimiser, fresh(optimiser.factorsOf));
    }
    if (system.clipValue === undefined) return losses;
    clipWeights(mistakes.has('clipped-statistics') ? Object.values(critic.weights) : weights, system.clipValue);
    return { ...losses, ...keepAll({ clipFraction: measureClipFraction(weights, system.clipValue) }) };
  });
}

/** Real samples beside as many generated ones, packed, and what the system's penalty draws. */
function drawBatch(
  { config, system, drawFrom, count, generate }: Parts,
  fresh: Fresh,
  samples: tf.Tensor,
  realLabels: tf.Tensor1D | undefined,
): CriticBatch {
  const draws = drawFrom(fresh);
  const fakeLabels = draws.labels(even, count);
  const real = pack(samples, config.packing);
  return {
    real,
    fake: generate(draws.noise(randomStream.criticNoise, own, count, fakeLabels)),
    ...(system.penalty?.draws?.includes('mix') && { mix: draws.mixing(own, config.batchSize) }),
    ...(system.penalty?.draws?.includes('perturbation') && { perturbation: draws.perturbation(own, real.shape) }),
    ...(realLabels && { realLabels }),
    ...(fakeLabels && { fakeLabels }),
  };
}
