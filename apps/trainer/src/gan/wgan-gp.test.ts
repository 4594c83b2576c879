/** Against numbers computed in float64 by another program (tests/reference; its format is described there). */
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { startTestEngine } from '../engine/test-engine.ts';
import { createAdam, type Optimiser } from './adam.ts';
import {
  batchNorm,
  conv2d,
  conv2dTranspose,
  dense,
  flatten,
  type LayerPlan,
  leakyRelu,
  relu,
  reshape,
  tanh,
} from './layers.ts';
import { createNetwork, type Network } from './network.ts';
import { createWganGp } from './wgan-gp.ts';

beforeAll(startTestEngine);

interface NamedTensor {
  shape: number[];
  data: number[];
}
type Tensors = Record<string, NamedTensor>;
type Batch = Record<'real' | 'z' | 'alpha', NamedTensor>;
interface Layer {
  type: string;
  name: string;
  units: number;
  filters: number;
  kernelSize: number;
  strides: number;
  useBias: boolean;
  alpha: number;
  targetShape: number[];
}

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../tests/reference/${name}.json`, import.meta.url), 'utf8'));

const plans: Record<string, (layer: Layer) => LayerPlan> = {
  dense: ({ units, useBias }) => dense(units, { useBias }),
  conv2d,
  conv2dTranspose,
  batchNorm: (settings) => batchNorm(settings as object),
  leakyRelu: ({ alpha }) => leakyRelu(alpha),
  relu,
  tanh,
  flatten,
  reshape: ({ targetShape }) => reshape(targetShape),
};

function build({ inputShape, layers }: { inputShape: number[]; layers: Layer[] }, weights: Tensors) {
  const layerPlans = layers.map((layer) => (plans[layer.type] as (layer: Layer) => LayerPlan)(layer));
  const network = createNetwork(inputShape, layerPlans, { seed: 0, stream: 1 });
  const names = Object.keys(network.weights).map((name) => {
    const [place, weight] = name.split('/');
    return `${layers[Number(place) - 1]?.name}/${weight}`;
  });
  for (const [i, variable] of Object.values(network.weights).entries())
    variable.assign(toTensor(weights[names[i] as string]));
  const trainable = names.filter((_, i) => Object.values(network.weights)[i]?.trainable);
  return { ...network, names: trainable };
}

const toTensor = (tensor: NamedTensor | undefined) =>
  tf.tensor((tensor as NamedTensor).data, (tensor as NamedTensor).shape);

/** One case's networks, ready for its updates. */
function set(reference: ReturnType<typeof read>) {
  const generator = build(reference.networks.generator, reference.weights.generator);
  const critic = build(reference.networks.critic, reference.weights.critic);
  const system = createWganGp({ gradientPenaltyWeight: reference.hyper.lambda } as never);
  const score = (x: tf.Tensor) => critic.apply(x, { training: true });
  const criticLosses = (batch: Batch) => {
    const real = toTensor(batch.real);
    const mix = tf.reshape(toTensor(batch.alpha), [real.shape[0] as number, ...real.shape.slice(1).map(() => 1)]);
    const fake = generator.apply(toTensor(batch.z), { training: true });
    return system.criticLosses({ critic: score, real, fake, mix });
  };
  const generatorLoss = (batch: Batch) =>
    system.generatorLoss(score(generator.apply(toTensor(batch.z), { training: true })));
  return { generator, critic, criticLosses, generatorLoss };
}

function gradients(loss: () => tf.Tensor, { trainable }: Network): tf.Tensor[] {
  const { grads } = tf.variableGrads(loss as () => tf.Scalar, trainable);
  return trainable.map((weight) => grads[weight.name] as tf.Tensor);
}

const norm = (values: ArrayLike<number>) =>
  Math.sqrt(Array.from(values).reduce((sum, value) => sum + value * value, 0));
const difference = (values: tf.Tensor, reference: NamedTensor) =>
  norm(Array.from(values.dataSync()).map((value, i) => value - (reference.data[i] as number)));

describe.each(['wgan-gp-mlp', 'wgan-gp-conv'])('%s', (name) => {
  const reference = read(name);
  const { expected, inputs, tolerance } = reference;

  test('has the losses of the reference', () => {
    const { criticLosses, generatorLoss } = set(reference);
    const losses = { ...criticLosses(inputs), generatorLoss: generatorLoss(inputs) };
    const wanted = { ...expected.critic.losses, ...expected.generator.losses };
    for (const [term, tensor] of Object.entries(losses)) {
      const value = wanted[term === 'gradientNorm' ? 'meanGradientNorm' : term];
      const allowed = Math.max(tolerance.lossAbs, tolerance.lossRel * Math.abs(value));
      expect(Math.abs((tensor.dataSync()[0] as number) - value), term).toBeLessThanOrEqual(allowed);
    }
  });

  test.each(['critic', 'generator'] as const)('has the gradients and the Adam step of the reference: %s', (which) => {
    const networks = set(reference);
    const network = networks[which];
    const loss =
      which === 'critic' ? () => networks.criticLosses(inputs).criticLoss : () => networks.generatorLoss(inputs);
    const found = gradients(loss, network);
    const wanted = expected[which].gradients as Tensors;
    const largest = Math.max(...Object.values(wanted).map(({ data }) => norm(data)));
    for (const [i, weight] of network.names.entries()) {
      const scale = Math.max(norm((wanted[weight] as NamedTensor).data), 0.01 * largest);
      expect(difference(found[i] as tf.Tensor, wanted[weight] as NamedTensor) / scale, weight).toBeLessThan(
        tolerance.gradientRel,
      );
    }
    createAdam(network.trainable, reference.optimizers[which]).apply(found, 1);
    for (const [i, weight] of network.names.entries()) {
      const start = reference.weights[which][weight].data as number[];
      const gradient = (wanted[weight] as NamedTensor).data;
      const steepest = Math.max(...gradient.map(Math.abs));
      const moved = network.trainable[i]?.dataSync() ?? [];
      for (const [j, value] of (expected[which].weightsAfterStep[weight].data as number[]).entries()) {
        const isRounding = Math.abs(gradient[j] as number) < 1e-4 * steepest || steepest < 1e-7 * largest;
        const allowed = isRounding
          ? 2 * reference.optimizers[which].learningRate
          : tolerance.stepAbs[which] + tolerance.stepRel * Math.abs(value - (start[j] as number));
        expect(Math.abs((moved[j] as number) - value), `${weight}[${j}]`).toBeLessThanOrEqual(allowed);
      }
    }
  });
});

test('follows the reference trajectory of two generator and six critic updates', () => {
  const reference = read('trajectory-wgan-gp');
  const networks = set(reference);
  const optimisers = {
    critic: createAdam(networks.critic.trainable, reference.optimizers.critic),
    generator: createAdam(networks.generator.trainable, reference.optimizers.generator),
  } satisfies Record<string, Optimiser>;
  let update = 0;
  for (const [i, step] of reference.inputs.steps.entries()) {
    for (const batch of step.critic) {
      optimisers.critic.apply(
        gradients(() => networks.criticLosses(batch).criticLoss, networks.critic),
        ++update,
      );
    }
    optimisers.generator.apply(
      gradients(() => networks.generatorLoss(step.generator), networks.generator),
      i + 1,
    );
  }
  for (const which of ['critic', 'generator'] as const) {
    const { names, trainable } = networks[which];
    const final = reference.expected.finalWeights[which] ?? reference.expected.finalWeights;
    const away = names.map((weight, i) => difference(trainable[i] as tf.Tensor, final[weight]));
    const way = names.map((weight) => {
      const start = reference.weights[which][weight].data as number[];
      return norm(final[weight].data.map((value: number, j: number) => value - (start[j] as number)));
    });
    expect(norm(away) / norm(way), which).toBeLessThan(reference.tolerance.updateRel);
  }
});
