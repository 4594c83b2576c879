import { configure, getPreset, randomStream, uniforms } from '@duality/shared';
import * as tf from '@tensorflow/tfjs-core';
import { sampleWassersteinPairs, type WassersteinPair } from '../../evaluation/wasserstein-pairs.ts';
import { createGan } from '../../gan/gan.ts';
import type { NetworkFamily } from '../../gan/networks/family.ts';
import { completeCritic } from '../../gan/networks/family.ts';
import { heNormal } from '../../gan/networks/initialisers.ts';

/** How a critic is trained between the two distributions of a pair (2206.07767 §4; their settings). */
export const solvers = {
  'wgan-gp': {
    title: 'WGAN-GP',
    iterations: 60_000,
    settings: { system: 'wgan-gp', gradientPenaltyWeight: 10 },
  },
  'wgan-clip': { title: 'WGAN, clipping', iterations: 5000, settings: { system: 'wgan-clip', clipValue: 0.04 } },
} as const;
export type SolverName = keyof typeof solvers;

const batchSize = 1024;

/** Generated samples are Y, uniform in the cube: one layer that no optimiser touches scales the noise. */
const networks =
  (hidden: number): NetworkFamily =>
  (request) => {
    const [size = 0] = request.sampleShape;
    const layer = [{ type: 'dense', units: hidden }, { type: 'relu' }] as const;
    return {
      generator: { inputShape: [size], layers: [{ type: 'dense', units: size, useBias: false }] },
      ...completeCritic(request, [...layer, ...layer]),
      initialise: heNormal,
    };
  };

/** The critic of the published benchmark, D → max(2D, 128) twice → 1, and the updates that training uses. */
export function createCriticOnly(pair: WassersteinPair, solver: SolverName, seed: number) {
  const { dimension, halfWidth } = pair;
  const config = configure(getPreset('wgan-gp-ring'), {
    ...solvers[solver].settings,
    seed,
    batchSize,
    latentSize: dimension,
    latentDistribution: 'uniform',
    criticSteps: 1,
    learningRate: 2e-4,
    adamBeta1: 0,
    adamBeta2: 0.9,
    emaDecay: 0,
  });
  const gan = createGan(config, { shape: [dimension] }, 0, networks(Math.max(2 * dimension, 128)));
  const [scale] = Object.values(gan.state);
  tf.tidy(() => scale?.assign(tf.mul(halfWidth, tf.eye(dimension))));
  const draw = (stream: 'shuffle' | 'heldOutNoise', counter: number, count: number) =>
    sampleWassersteinPairs(pair, count, (length) => uniforms({ seed, stream: randomStream[stream], counter }, length));
  return {
    state: gan.state,
    /** Update number `iteration` (from 1), on samples that were never seen before. */
    train: (iteration: number): void => {
      const { x } = draw('shuffle', iteration, batchSize);
      tf.tidy(() => void gan.trainCritic({ samples: tf.tensor2d(x) }, iteration));
    },
    /** Fresh samples of both, moved ones from those they were moved to: their difference then varies least. */
    drawTest: (count: number) => draw('heldOutNoise', 1, count),
    /** Scores [points] and gradients [points][dimension]. */
    look: (points: number[][]) =>
      tf.tidy(() => {
        const at = tf.tensor2d(points);
        const { scores, gradients } = gan.scorePlane(at, at);
        return { scores: scores.dataSync() as Float32Array, gradients: gradients.arraySync() as number[][] };
      }),
    dispose: gan.dispose,
  };
}
