import { mistakesOf, type RunConfig, randomStream } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { compile, type Fresh, freshAt } from '../engine/compile.ts';
import { assertCertified } from '../engine/gradients/certified-ops.ts';
import { clipWeights, measureClipFraction } from './clipping.ts';
import { createDraws } from './draws.ts';
import { followWeights } from './ema.ts';
import { computeCriticStep, computeGeneratorStep, type Losses } from './losses-of-step.ts';
import { metricsOf } from './metrics-of-step.ts';
import { minimise } from './minimise.ts';
import { asPrintedSystem, updateSeparately } from './mistakes.ts';
import { createPair } from './networks/create-pair.ts';
import { createNetwork } from './networks/network.ts';
import { countParameters } from './networks/parameter-count.ts';
import { createOptimiser, type Optimiser, type OptimiserSettings } from './optimisers/optimiser.ts';
import { pack } from './packing.ts';
import { createSystem, settingsOf } from './systems/create-system.ts';

export type Gan = ReturnType<typeof createGan>;

/** What the networks must know of the data. */
export interface SampleKind {
  /** Of one sample: [height, width, channels] or [coordinates]. */
  shape: readonly number[];
  classes?: number | undefined;
}

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
export function createGan(config: RunConfig, data: SampleKind, optimiserStart = 0, createNetworks = createPair) {
  const { seed, batchSize, emaDecay, packing, driftWeight } = config;
  const mistakes = mistakesOf(config);
  const system = asPrintedSystem(createSystem(config.system, settingsOf(config)), mistakes);
  const classes = system.hasClasses ? (data.classes ?? 0) : 0;
  const pair = createNetworks({ config, sampleShape: data.shape, classes });
  const createGenerator = () =>
    createNetwork(pair.generator, { seed, stream: randomStream.generatorWeights }, pair.initialise);
  const generator = createGenerator();
  const critic = createNetwork(pair.critic, { seed, stream: randomStream.criticWeights }, pair.initialise);
  if (system.penalty) {
    assertCertified(
      (x) => critic.forward(x, { training: true, isFrozen: true }).output,
      [2, ...pair.critic.inputShape],
    );
  }
  const average = emaDecay > 0 ? createGenerator() : generator;
  const criticWeights = Object.values(critic.trainable);
  const generatorWeights = Object.values(generator.trainable);
  const criticOptimiser = createOptimiser(criticWeights, {
    ...optimiserOf(config, config.learningRate),
    updatesBefore: optimiserStart * config.criticSteps * (mistakes.has('separate-updates') ? 2 : 1),
  });
  const generatorRate = config.generatorLearningRate || config.learningRate;
  const generatorOptimiser = createOptimiser(generatorWeights, {
    ...optimiserOf(config, generatorRate),
    updatesBefore: optimiserStart,
  });

  const drawFrom = createDraws(config, { sampleShape: data.shape, classes });
  const samples = batchSize * packing;
  const generate = (z: tf.Tensor) => pack(generator.forward(z, { training: true }).output, packing);
  const grid = gridOf(data.shape, classes);
  const inference = { training: false };
  /** Pixels in [-1, 1] for drawing, whatever the networks work with. */
  const toSigned = (x: tf.Tensor) => (pair.pixelRange === 'unit' ? tf.sub(tf.mul(x, 2), 1) : x);
  const factorsOf = (fresh: Fresh, optimiser: Optimiser, nth = (update: number) => update) =>
    fresh((update) => optimiser.factorsOf(nth(update)));

  const updateCritic = compile((fresh, realSamples: tf.Tensor, realLabels?: tf.Tensor) => {
    const draws = drawFrom(fresh);
    const own = (update: number) => update;
    const even = (update: number) => 2 * update;
    const fakeLabels = draws.labels(even, samples);
    const packed = pack(realSamples, packing);
    const batch = {
      real: packed,
      fake: generate(draws.noise(randomStream.criticNoise, own, samples, fakeLabels)),
      mix: draws.mixing(own, batchSize),
      ...(config.system === 'dragan' && { perturbation: draws.perturbation(own, packed.shape) }),
      ...(realLabels && { realLabels: realLabels as tf.Tensor1D }),
      ...(fakeLabels && { fakeLabels }),
    };
    const uniforms = draws.dropout(even);
    const score = (x: tf.Tensor) => critic.forward(x, { training: true, uniforms });
    const options = {
      driftWeight,
      ...(mistakes.has('penalty-in-inference') && {
        penalisedCritic: (x: tf.Tensor) => critic.forward(x, inference),
      }),
    };
    let losses: Losses = {};
    const compute = () => {
      const step = computeCriticStep(system, score, batch, options);
      tf.dispose(losses); // of the other half, where halves are updated apart
      losses = keepAll(metricsOf(step, batch));
      return step.losses;
    };
    if (mistakes.has('separate-updates')) {
      updateSeparately(compute, criticWeights, criticOptimiser, {
        real: factorsOf(fresh, criticOptimiser, (update) => 2 * update - 1),
        fake: factorsOf(fresh, criticOptimiser, even),
      });
    } else {
      minimise(() => compute().criticLoss, criticWeights, criticOptimiser, factorsOf(fresh, criticOptimiser));
    }
    if (system.clipValue === undefined) return losses;
    const clipped = mistakes.has('clipped-statistics') ? Object.values(critic.weights) : criticWeights;
    clipWeights(clipped, system.clipValue);
    return { ...losses, ...keepAll({ clipFraction: measureClipFraction(criticWeights, system.clipValue) }) };
  });

  const updateGenerator = compile((fresh, realSamples: tf.Tensor) => {
    const draws = drawFrom(fresh);
    const odd = (step: number) => 2 * step + 1;
    const fakeLabels = draws.labels(odd, samples);
    const z = mistakes.has('shared-fakes')
      ? draws.noise(randomStream.criticNoise, (step) => step * config.criticSteps, samples, fakeLabels)
      : draws.noise(randomStream.generatorNoise, (step) => step, samples, fakeLabels);
    const uniforms = draws.dropout(odd);
    const score = (x: tf.Tensor, featureLayer?: string) =>
      critic.forward(x, { training: true, uniforms }, featureLayer);
    const matching = config.generatorLoss === 'feature-matching' && {
      matching: { real: pack(realSamples, packing), featureLayer: pair.featureLayer },
    };
    const loss = () =>
      computeGeneratorStep(system, score, { fake: generate(z), ...(fakeLabels && { fakeLabels }), ...matching })
        .generatorLoss;
    const factors = factorsOf(fresh, generatorOptimiser);
    const generatorLoss = minimise(loss, generatorWeights, generatorOptimiser, factors);
    if (average !== generator) followWeights(average, generator, emaDecay);
    return keepAll({ generatorLoss });
  });

  const estimate = compile((fresh, heldOut: tf.Tensor) => {
    const count = heldOut.shape[0] as number;
    const draws = drawFrom(fresh);
    const z = draws.noise(randomStream.heldOutNoise, first, count, draws.labels(first, count));
    const score = (x: tf.Tensor) => tf.mean(critic.forward(pack(x, packing), inference).output);
    const fake = generator.forward(z, inference).output;
    return keepAll({ 'eval.criticEstimate': tf.sub(score(heldOut), score(fake)) });
  });

  const drawGrid = compile((fresh) => {
    const draws = drawFrom(fresh);
    const isFresh = mistakes.has('fresh-grids');
    const noise = draws.noise(randomStream.fixedNoise, isFresh ? (step) => step : first, grid.count);
    if (isFresh) return { samples: toSigned(generator.forward(noise, { training: true, isFrozen: true }).output) };
    const z = classes > 0 ? draws.noiseOfClasses(grid.columns) : noise;
    return { samples: toSigned(average.forward(z, inference).output) };
  });

  return {
    /** The critic's update number `update` (from 1); the losses before it. */
    trainCritic: (real: RealBatch, update: number): Losses =>
      tf.tidy(() =>
        real.labels
          ? updateCritic(update, real.samples, tf.tensor1d(real.labels, 'int32'))
          : updateCritic(update, real.samples),
      ),
    /** The generator's update number `step` (from 1); `real` is the batch that the critic saw last. The loss before it. */
    trainGenerator: (real: RealBatch, step: number): Losses => updateGenerator(step, real.samples),
    /** The critic estimate on held-out samples, with as many generated ones; changes nothing. */
    evaluate: (heldOut: tf.Tensor): Losses => estimate(0, heldOut),
    /** How many samples a grid has, and how many stand in a row. */
    grid,
    /**
     * Samples [grid.count, …shape] of the run's fixed noise, so that grids compare across steps; pixels in [-1, 1]. The
     * rows of a conditional system are its classes, a column's noise the same in all rows.
     */
    sample: (step: number): tf.Tensor => drawGrid(step).samples,
    /** Other samples than the grid's, always the same `count` noises, as the networks make them: [count, …shape]. */
    generate: (count: number): tf.Tensor =>
      tf.tidy(() => {
        const draws = drawFrom(freshAt(0));
        const z = draws.noise(randomStream.heldOutNoise, first, count, draws.labels(first, count));
        return average.forward(z, inference).output;
      }),
    /** All that a checkpoint keeps, by name. */
    state: {
      ...prefixed('generator', generator.weights),
      ...prefixed('critic', critic.weights),
      ...prefixed(`generator-${config.optimiser}`, generatorOptimiser.state),
      ...prefixed(`critic-${config.optimiser}`, criticOptimiser.state),
      ...(average === generator ? {} : prefixed('average', average.weights)),
    },
    classes,
    pixelRange: pair.pixelRange ?? ('symmetric' as const),
    /** The networks as data, and how many numbers each holds. */
    networks: { generator: pair.generator, critic: pair.critic },
    parameterCounts: { generator: countParameters(pair.generator), critic: countParameters(pair.critic) },
    dispose: () => {
      for (const owner of new Set([generator, critic, average, generatorOptimiser, criticOptimiser])) owner.dispose();
    },
  };
}

/** Always the same draw of a stream. */
const first = () => 0;

/** Enough points to count modes by (1712.04086 §4.1), 8 × 8 images, or 8 of each class. */
const gridOf = (shape: readonly number[], classes: number) =>
  shape.length === 1 ? { count: 2500, columns: 1 } : { count: 8 * (classes || 8), columns: 8 };

/** Saves them from the tidy they were made in; whoever reads them disposes of them. */
function keepAll(losses: Losses): Losses {
  for (const loss of Object.values(losses)) tf.keep(loss);
  return losses;
}

function optimiserOf(config: RunConfig, learningRate: number): OptimiserSettings {
  const { optimiser, learningRateDecay, adamBeta1: beta1, adamBeta2: beta2, rmspropRho: rho } = config;
  const rate = { learningRate, learningRateDecay };
  if (optimiser === 'adam') return { type: 'adam', ...rate, beta1, beta2 };
  return optimiser === 'rmsprop' ? { type: 'rmsprop', ...rate, rho } : { type: 'sgd', ...rate };
}

const prefixed = (prefix: string, variables: Record<string, tf.Variable>) =>
  Object.fromEntries(Object.entries(variables).map(([name, variable]) => [`${prefix}/${name}`, variable]));
