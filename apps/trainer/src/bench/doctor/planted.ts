import type { AlertRuleName } from '@duality/shared';

/** A run of a preset with some of its settings changed. */
export interface Trial {
  preset: string;
  changes: Record<string, unknown>;
}

/** A failure made by a config, and the rules that ought to see it. */
export interface Planted extends Trial {
  rules: readonly AlertRuleName[];
}

const small = { hiddenSize: 16, batchSize: 32, criticSteps: 1, emaDecay: 0, evaluateEvery: 0 };
const still = { batchSize: 2, steps: 1, evaluateEvery: 0 };

/** Every rule but `impossible-measure`, which no config can make true. */
export const planted: readonly Planted[] = [
  {
    rules: ['batch-norm-in-penalised-critic', 'penalty-in-inference-mode'],
    preset: 'raschka-wgan-gp',
    changes: { ...still, asPrinted: true },
  },
  {
    rules: ['clipped-statistics'],
    preset: 'gdl-wgan',
    changes: { ...still, asPrinted: true, dataset: 'mnist', onlyClass: -1, imageSize: 32, imageChannels: 3 },
  },
  { rules: ['shared-optimiser'], preset: 'atienza-wgan', changes: { ...still, asPrinted: true } },
  {
    rules: ['numbers-running-away'],
    preset: 'wgan-ring',
    changes: { ...small, steps: 200, clipValue: 1e6, learningRate: 0.3, criticSteps: 5 },
  },
  {
    rules: ['estimate-above-bound', 'slope-far-from-one'],
    preset: 'wgan-gp-mnist',
    changes: { steps: 200, gradientPenaltyWeight: 0, batchSize: 16, evaluateEvery: 0 },
  },
  {
    rules: ['slope-far-from-one', 'estimate-above-transport'],
    preset: 'wgan-gp-ring',
    changes: { ...small, steps: 420, gradientPenaltyWeight: 0, learningRate: 0.01, evaluateEvery: 50 },
  },
  { rules: ['weights-at-clip-bound'], preset: 'wgan-ring', changes: { ...small, steps: 260, clipValue: 1e-4 } },
  {
    rules: ['frozen-loss'],
    preset: 'wgan-gp-ring',
    changes: { ...small, steps: 500, learningRate: 0.3, gradientPenaltyWeight: 10 },
  },
  { rules: ['loss-at-chance'], preset: 'gan-normals', changes: { ...small, steps: 1300, learningRate: 1 } },
  {
    rules: ['critic-won'],
    preset: 'dcgan-mnist',
    changes: { steps: 300, generatorLearningRate: 1e-7, batchSize: 16, evaluateEvery: 0 },
  },
  {
    rules: ['mode-collapse'],
    preset: 'wgan-gp-grid',
    changes: { system: 'gan-ns', criticSteps: 1, learningRate: 1e-3, steps: 2500, evaluateEvery: 250 },
  },
  {
    // A single point to learn: less than a distribution.
    rules: ['memorisation', 'mode-collapse', 'too-narrow-samples'],
    preset: 'wgan-gp-grid',
    changes: {
      ...{ trainingSamples: 1, seed: 2, batchSize: 64, learningRateDecay: 0.003 },
      ...{ steps: 2400, evaluateEvery: 150 },
    },
  },
];
