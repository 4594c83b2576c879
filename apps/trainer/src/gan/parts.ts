import { type Mistake, mistakesOf, type RunConfig, randomStream } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { assertCertified } from '../engine/gradients/certified-ops.ts';
import { createDraws } from './draws.ts';
import { asPrintedSystem, sharedCounts } from './mistakes.ts';
import { createPair } from './networks/create-pair.ts';
import type { NetworkPair } from './networks/family.ts';
import { createNetwork, type Network } from './networks/network.ts';
import { createOptimiser, type Optimiser, type OptimiserSettings } from './optimisers/optimiser.ts';
import { pack } from './packing.ts';
import { createSystem, settingsOf } from './systems/create-system.ts';
import type { System } from './systems/system.ts';

/** What the networks must know of the data. */
export interface SampleKind {
  /** Of one sample: [height, width, channels] or [coordinates]. */
  shape: readonly number[];
  classes?: number | undefined;
}

/** All that a run's updates work with. */
export interface Parts {
  config: RunConfig;
  system: System;
  /** What a seed document gets wrong and this run repeats. */
  mistakes: ReadonlySet<Mistake>;
  /** 0 but in a conditional system. */
  classes: number;
  pair: NetworkPair;
  generator: Network;
  critic: Network;
  /** The generator's moving average, or the generator itself where there is none. */
  average: Network;
  criticOptimiser: Optimiser;
  generatorOptimiser: Optimiser;
  drawFrom: ReturnType<typeof createDraws>;
  /** Samples in one update, before they are packed. */
  count: number;
  /** As many packed samples as the critic scores, from noise [count, …]. */
  generate: (z: tf.Tensor) => tf.Tensor;
}

/** Networks, system and optimisers of a config; the moments began after step `optimiserStart`. */
export function createParts(
  config: RunConfig,
  data: SampleKind,
  optimiserStart: number,
  createNetworks = createPair,
): Parts {
  const { seed, emaDecay, packing, criticSteps } = config;
  const mistakes = mistakesOf(config);
  const system = asPrintedSystem(createSystem(config.system, settingsOf(config)), mistakes);
  const classes = system.hasClasses ? (data.classes ?? 0) : 0;
  const pair = createNetworks({ config, sampleShape: data.shape, classes });
  const createGenerator = () =>
    createNetwork(pair.generator, { seed, stream: randomStream.generatorWeights }, pair.initialise);
  const generator = createGenerator();
  const critic = createNetwork(pair.critic, { seed, stream: randomStream.criticWeights }, pair.initialise);
  if (system.penalty) refuseUncertified(critic);
  const updatesPerStep = criticSteps * (mistakes.has('separate-updates') ? 2 : 1);
  const counts = mistakes.has('shared-optimiser') ? sharedCounts(updatesPerStep) : undefined;
  return {
    config,
    system,
    mistakes,
    classes,
    pair,
    generator,
    critic,
    average: emaDecay > 0 ? createGenerator() : generator,
    criticOptimiser: createOptimiser(Object.values(critic.trainable), {
      ...optimiserOf(config, config.learningRate),
      updatesBefore: optimiserStart * updatesPerStep,
      ...(counts && { countOf: counts.critic }),
    }),
    generatorOptimiser: createOptimiser(Object.values(generator.trainable), {
      ...optimiserOf(config, config.generatorLearningRate || config.learningRate),
      updatesBefore: optimiserStart,
      ...(counts && { countOf: counts.generator }),
    }),
    drawFrom: createDraws(config, { sampleShape: data.shape, classes }),
    count: config.batchSize * packing,
    generate: (z) => pack(generator.forward(z, { training: true }).output, packing),
  };
}

const refuseUncertified = ({ spec, forward }: Network) =>
  assertCertified((x) => forward(x, { training: true, isFrozen: true }).output, [2, ...spec.inputShape]);

function optimiserOf(config: RunConfig, learningRate: number): OptimiserSettings {
  const { optimiser, learningRateDecay, adamBeta1: beta1, adamBeta2: beta2, rmspropRho: rho } = config;
  const rate = { learningRate, learningRateDecay };
  if (optimiser === 'adam') return { type: 'adam', ...rate, beta1, beta2 };
  return optimiser === 'rmsprop' ? { type: 'rmsprop', ...rate, rho } : { type: 'sgd', ...rate };
}

/** Saves them from the tidy they were made in; whoever reads them disposes of them. */
export function keepAll<T extends Record<string, tf.Tensor>>(losses: T): T {
  for (const loss of Object.values(losses)) tf.keep(loss);
  return losses;
}
