import type { RunConfig } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { createCriticUpdate } from './critic-update.ts';
import { createGeneratorUpdate } from './generator-update.ts';
import type { Losses } from './losses-of-step.ts';
import type { createPair } from './networks/create-pair.ts';
import { countParameters } from './networks/parameter-count.ts';
import { createParts, type SampleKind } from './parts.ts';
import { createSampling } from './sampling.ts';

export type Gan = ReturnType<typeof createGan>;

export interface RealBatch {
  /** [packing · batch, …shape] */
  samples: tf.Tensor;
  /** Class numbers [packing · batch]. */
  labels?: Int32Array;
}

/**
 * Two networks, their optimisers and the average of the generator. Every random number is a function of the config's
 * seed and the number of the update, so that weights, statistics and moments are all there is to save. The moments
 * began after step `optimiserStart`.
 */
export function createGan(config: RunConfig, data: SampleKind, optimiserStart = 0, createNetworks?: typeof createPair) {
  const parts = createParts(config, data, optimiserStart, createNetworks);
  const { pair, generator, critic, average, criticOptimiser, generatorOptimiser } = parts;
  const updateCritic = createCriticUpdate(parts);
  const updateGenerator = createGeneratorUpdate(parts);
  return {
    /** The critic's update number `update` (from 1); the losses before it. */
    trainCritic: ({ samples, labels }: RealBatch, update: number): Losses =>
      tf.tidy(() =>
        labels ? updateCritic(update, samples, tf.tensor1d(labels, 'int32')) : updateCritic(update, samples),
      ),
    /** The generator's update number `step` (from 1); `real` is the batch that the critic saw last. The loss before it. */
    trainGenerator: (real: RealBatch, step: number): Losses => updateGenerator(step, real.samples),
    ...createSampling(parts),
    /** All that a checkpoint keeps, by name. */
    state: {
      ...prefixed('generator', generator.weights),
      ...prefixed('critic', critic.weights),
      ...prefixed(`generator-${config.optimiser}`, generatorOptimiser.state),
      ...prefixed(`critic-${config.optimiser}`, criticOptimiser.state),
      ...(average === generator ? {} : prefixed('average', average.weights)),
    },
    classes: parts.classes,
    pixelRange: pair.pixelRange ?? ('symmetric' as const),
    /** The networks as data, and how many numbers each holds. */
    networks: { generator: pair.generator, critic: pair.critic },
    parameterCounts: { generator: countParameters(pair.generator), critic: countParameters(pair.critic) },
    dispose: () => {
      for (const owner of new Set([generator, critic, average, criticOptimiser, generatorOptimiser])) owner.dispose();
    },
  };
}

const prefixed = (prefix: string, variables: Record<string, tf.Variable>) =>
  Object.fromEntries(Object.entries(variables).map(([name, variable]) => [`${prefix}/${name}`, variable]));
