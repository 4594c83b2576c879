import { normals, type RandomStream, type RunConfig, randomStream, uniforms } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { createAdam } from './adam.ts';
import { followWeights } from './ema.ts';
import type { Network } from './network.ts';
import { createSmallCritic, createSmallGenerator } from './small-networks.ts';
import type { Losses, System } from './system.ts';
import { createWganGp } from './wgan-gp.ts';

export type Gan = ReturnType<typeof createGan>;

const systems: Record<RunConfig['system'], (config: RunConfig) => System> = { 'wgan-gp': createWganGp };

/**
 * Two networks, their optimisers and the average of the generator. Every random number is a function of the config's
 * seed and the number of the update, so that weights and moments are all there is to save.
 */
export function createGan(config: RunConfig) {
  const { seed, batchSize, latentSize, emaDecay } = config;
  const system = systems[config.system](config);
  const generator = createSmallGenerator(config);
  const critic = createSmallCritic(config);
  const average = emaDecay > 0 ? createSmallGenerator(config) : generator;
  const settings = { learningRate: config.learningRate, beta1: config.adamBeta1, beta2: config.adamBeta2 };
  const criticAdam = createAdam(critic.trainable, settings);
  const generatorAdam = createAdam(generator.trainable, settings);

  const noise = (stream: RandomStream, counter: number, count: number) =>
    tf.tensor2d(normals({ seed, stream, counter }, count * latentSize), [count, latentSize]);
  const mixing = (counter: number) =>
    tf.tensor4d(uniforms({ seed, stream: randomStream.mixing, counter }, batchSize), [batchSize, 1, 1, 1]);
  const score = (images: tf.Tensor) => critic.apply(images, { training: true });

  return {
    /** The critic's update number `update` (from 1) on `real` [batch, height, width, channels] in [-1, 1]; the losses before it. */
    trainCritic: (real: tf.Tensor4D, update: number): Losses =>
      tf.tidy(() => {
        const fake = generator.apply(noise(randomStream.criticNoise, update, batchSize), { training: true });
        const batch = { critic: score, real, fake, mix: mixing(update) };
        let losses: Losses = {};
        const { grads } = tf.variableGrads(() => {
          const found = system.criticLosses(batch);
          losses = keepAll(found);
          return found.criticLoss;
        }, critic.trainable);
        criticAdam.apply(inOrder(critic.trainable, grads), update);
        return losses;
      }),
    /** The generator's update number `update` (from 1); the loss before it. */
    trainGenerator: (update: number): Losses =>
      tf.tidy(() => {
        const z = noise(randomStream.generatorNoise, update, batchSize);
        const { value, grads } = tf.variableGrads(
          () => system.generatorLoss(score(generator.apply(z, { training: true }))),
          generator.trainable,
        );
        generatorAdam.apply(inOrder(generator.trainable, grads), update);
        if (average !== generator) followWeights(average, generator, emaDecay);
        return keepAll({ generatorLoss: value });
      }),
    /** The critic estimate on held-out images, with as many generated ones; changes nothing. */
    evaluate: (heldOut: tf.Tensor4D): Losses =>
      tf.tidy(() => {
        const z = noise(randomStream.heldOutNoise, 0, heldOut.shape[0]);
        const fake = generator.apply(z, { training: false });
        return keepAll({ 'eval.criticEstimate': tf.sub(tf.mean(score(heldOut)), tf.mean(score(fake))) });
      }),
    /** Images [count, height, width, channels] in [-1, 1] of the run's fixed noise, so that grids compare across steps. */
    sample: (count: number): tf.Tensor4D =>
      tf.tidy(() => average.apply(noise(randomStream.fixedNoise, 0, count), { training: false }) as tf.Tensor4D),
    /** All that a checkpoint keeps, by name. */
    state: {
      ...prefixed('generator', generator.weights),
      ...prefixed('critic', critic.weights),
      ...prefixed('generator-adam', generatorAdam.state),
      ...prefixed('critic-adam', criticAdam.state),
      ...(average === generator ? {} : prefixed('average', average.weights)),
    },
    parameterCounts: { generator: countParameters(generator), critic: countParameters(critic) },
    dispose: () => {
      for (const owner of new Set([generator, critic, average, generatorAdam, criticAdam])) owner.dispose();
    },
  };
}

/** Saves them from the tidy they were made in; whoever reads them disposes of them. */
function keepAll(losses: Record<string, tf.Tensor>): Losses {
  for (const loss of Object.values(losses)) tf.keep(loss);
  return losses as Losses;
}

const inOrder = (weights: tf.Variable[], gradients: tf.NamedTensorMap) =>
  weights.map((weight) => gradients[weight.name] as tf.Tensor);

const prefixed = (prefix: string, variables: Record<string, tf.Variable>) =>
  Object.fromEntries(Object.entries(variables).map(([name, variable]) => [`${prefix}/${name}`, variable]));

const countParameters = ({ weights }: Network) => Object.values(weights).reduce((sum, weight) => sum + weight.size, 0);
