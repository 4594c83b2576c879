import { configure, getPreset, type RunConfig, randomStream, uniforms } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { createGan } from '../gan/gan.ts';
import { createPair } from '../gan/networks/create-pair.ts';
import type { NetworkFamily } from '../gan/networks/family.ts';

/** A critic update that both sides can do; tests/bench/wgan_gp_torch.py has the same by the same name. */
export interface Workload {
  name: string;
  title: string;
  config: RunConfig;
  sampleShape: number[];
  createNetworks?: NetworkFamily;
  /** Updates in one turn. */
  updates: number;
  /** Throughput relative to PyTorch that is wanted. */
  target: number;
}

const optimiser = { learningRate: 1e-4, adamBeta1: 0, adamBeta2: 0.9, gradientPenaltyWeight: 10 };
const image = [28, 28, 1];

export const workloads: readonly Workload[] = [
  {
    name: 'wide',
    title: 'raschka-wgan-gp networks without dropout, batch 64',
    config: configure(getPreset('wgan-gp-mnist'), { ...optimiser, network: 'raschka', latentSize: 20 }),
    sampleShape: image,
    createNetworks: withoutDropout,
    updates: 4,
    target: 1.25,
  },
  {
    name: 'small',
    title: 'wgan-gp-mnist networks, batch 64',
    config: configure(getPreset('wgan-gp-mnist'), optimiser),
    sampleShape: image,
    updates: 40,
    target: 1.25,
  },
  {
    name: 'toy',
    title: 'MLP of 3 × 128, batch 256',
    config: configure(getPreset('wgan-gp-ring'), { ...optimiser, latentSize: 2, hiddenSize: 128 }),
    sampleShape: [2],
    updates: 200,
    target: 1.5,
  },
];

function withoutDropout(request: Parameters<NetworkFamily>[0]) {
  const pair = createPair(request);
  return { ...pair, critic: { ...pair.critic, layers: pair.critic.layers.filter(({ type }) => type !== 'dropout') } };
}

/** Does `count` critic updates, reading the loss after each, and gives the milliseconds that each took. */
export function createTurn({ config, sampleShape, createNetworks }: Workload) {
  const gan = createGan(config, { shape: sampleShape }, 0, createNetworks);
  const shape = [config.batchSize, ...sampleShape];
  const numbers = uniforms(
    { seed: 1, stream: randomStream.shuffle, counter: 0 },
    shape.reduce((a, b) => a * b, 1),
  );
  const samples = tf.tidy(() => tf.sub(tf.mul(tf.tensor(numbers, shape), 2), 1));
  let update = 0;
  return async (count: number): Promise<number[]> => {
    const times: number[] = [];
    for (let i = 0; i < count; i++) {
      const startedAt = performance.now();
      const losses = gan.trainCritic({ samples }, ++update);
      await losses.criticLoss?.data();
      tf.dispose(losses);
      times.push(performance.now() - startedAt);
    }
    return times;
  };
}
