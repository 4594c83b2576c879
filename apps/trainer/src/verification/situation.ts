import type { SystemName } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { clipWeights } from '../gan/clipping.ts';
import { followWeights } from '../gan/ema.ts';
import {
  type CriticBatch,
  type CriticStep,
  computeCriticStep,
  computeGeneratorStep,
  type Losses,
} from '../gan/losses-of-step.ts';
import { createNetwork, type Network, type NetworkSpec } from '../gan/networks/network.ts';
import { oneHot } from '../gan/one-hot.ts';
import { createOptimiser } from '../gan/optimisers/optimiser.ts';
import { createSystem } from '../gan/systems/create-system.ts';
import type { System } from '../gan/systems/system.ts';
import type { Batch, Hyper, ReferenceCase, TensorData, Tensors } from './reference-case.ts';

export type Situation = ReturnType<typeof createSituation>;
export type Which = 'critic' | 'generator';

const training = { training: true };

/** The networks, optimisers and losses of a reference case, made of the very parts that runs are made of. */
export function createSituation(reference: ReferenceCase) {
  const { networks, weights, hyper, optimizers } = reference;
  const system = systemOf(reference);
  const generator = build(networks.generator, weights.generator);
  const critic = build(networks.critic, weights.critic);
  const average = build(networks.generator, weights.generator);
  const optimisers = {
    critic: createOptimiser(Object.values(critic.trainable), optimizers.critic),
    generator: createOptimiser(Object.values(generator.trainable), optimizers.generator),
  };
  const generate = (batch: Batch, mode = training) => generator.forward(latent(batch, hyper), mode).output;
  return {
    critic,
    generator,
    average,
    optimisers,
    generate,
    criticStep: (batch: Batch): CriticStep => {
      const inputs = criticInputs(batch, generate(batch));
      return computeCriticStep(system, (x) => critic.forward(x, training), inputs);
    },
    generatorStep: (batch: Batch): Losses & { generatorLoss: tf.Scalar } =>
      computeGeneratorStep(system, (x, layer) => critic.forward(x, training, layer), {
        fake: generate(batch),
        ...(batch.fakeLabels && { fakeLabels: labelsOf(batch.fakeLabels) }),
        ...(hyper.generatorLoss === 'feature-matching' && {
          matching: { real: toTensor(batch.real as TensorData), featureLayer: hyper.featureLayer as string },
        }),
      }),
    clip: () => {
      if (system.clipValue !== undefined) clipWeights(Object.values(critic.trainable), system.clipValue);
    },
    follow: () => {
      if (hyper.emaDecay !== undefined) followWeights(average, generator, hyper.emaDecay);
    },
    dispose: () => {
      for (const owner of [generator, critic, average, optimisers.critic, optimisers.generator]) owner.dispose();
    },
  };
}

/** The critic's terms by the names of the reference, which has some more than a run logs. */
export const termsOf = ({ real, fake, penalised, losses }: CriticStep): Losses => ({
  ...losses,
  realProbability: tf.mean(tf.sigmoid(real.output)),
  fakeProbability: tf.mean(tf.sigmoid(fake.output)),
  ...(penalised && { meanGradientNorm: tf.mean(penalised.norms) }),
});

const toTensor = ({ data, shape }: TensorData): tf.Tensor => tf.tensor(data, shape);

/** The system whose penalty each of the reference's penalties is. */
const penalised: Record<NonNullable<Hyper['penalty']>, SystemName> = {
  'two-sided': 'wgan-gp',
  'one-sided': 'wgan-lp',
  dragan: 'dragan',
  r1: 'r1',
};

/** The system, with the losses or the penalty of another where the case names one. */
function systemOf({ system, hyper }: ReferenceCase): System {
  const settings = Object.fromEntries(Object.entries(hyper).filter(([, value]) => value !== undefined));
  const { penalty } = hyper.penalty ? createSystem(penalised[hyper.penalty], settings) : {};
  return {
    ...createSystem(system, settings),
    ...(hyper.baseLoss && { loss: createSystem(hyper.baseLoss, settings).loss }),
    ...(penalty && { penalty }),
  };
}

function build(spec: NetworkSpec, weights: Tensors): Network {
  const network = createNetwork(spec, { seed: 0, stream: 1 });
  for (const [name, variable] of Object.entries(network.weights)) {
    tf.tidy(() => variable.assign(toTensor(weights[name] as TensorData)));
  }
  return network;
}

/** Generator input: z, and behind it the class as 0s and a 1. */
function latent({ z, fakeLabels }: Batch, { classes }: Hyper): tf.Tensor {
  if (!fakeLabels || !classes) return toTensor(z);
  return tf.concat([toTensor(z), oneHot(labelsOf(fakeLabels), classes)], 1);
}

function criticInputs({ real, alpha, perturbation, realLabels, fakeLabels }: Batch, fake: tf.Tensor): CriticBatch {
  const ones = fake.shape.slice(1).map(() => 1);
  return {
    real: toTensor(real as TensorData),
    fake,
    ...(alpha && { mix: tf.reshape(toTensor(alpha), [-1, ...ones]) }),
    ...(perturbation && { perturbation: toTensor(perturbation) }),
    ...(realLabels && { realLabels: labelsOf(realLabels) }),
    ...(fakeLabels && { fakeLabels: labelsOf(fakeLabels) }),
  };
}

const labelsOf = ({ data }: TensorData): tf.Tensor1D => tf.tensor1d(data, 'int32');
