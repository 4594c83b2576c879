import { definePreset } from './define.ts';

const often = { sampleEvery: 250, evaluateEvery: 250, checkpointEvery: 1000 } as const;

/** WGAN-GP's authors' toys (1704.00028, their code): λ 0.1, β (0.5, 0.9). */
const toy = {
  ...often,
  network: 'mlp',
  batchSize: 256,
  latentSize: 2,
  learningRate: 1e-3,
  adamBeta1: 0.5,
  gradientPenaltyWeight: 0.1,
  emaDecay: 0.99,
  steps: 5000,
} as const;

/** Nets and protocol of PacGAN (1712.04086 §4.1), with fewer steps. */
const pacgan = {
  ...often,
  network: 'pacgan-mlp',
  system: 'gan-ns',
  batchSize: 100,
  latentSize: 2,
  criticSteps: 1,
  learningRate: 1e-4,
  adamBeta1: 0.8,
  adamBeta2: 0.999,
  steps: 20_000,
  sampleEvery: 1000,
  evaluateEvery: 1000,
} as const;

/** Points in the plane, where coverage can be counted. */
export const pointPresets = [
  definePreset('wgan-gp-ring', 'WGAN-GP on the ring', 'Eight Gaussians on a circle: all of them are found.', {
    ...toy,
    dataset: 'ring',
  }),
  definePreset('wgan-gp-grid', 'WGAN-GP on the grid', 'Twenty-five Gaussians on a grid: all of them are found.', {
    ...toy,
    dataset: 'grid',
    steps: 10_000,
  }),
  definePreset('wgan-ring', 'WGAN on the ring', 'Weight clipping: see what it does to the critic.', {
    ...toy,
    system: 'wgan-clip',
    dataset: 'ring',
    optimiser: 'rmsprop',
    learningRate: 5e-5,
    clipValue: 0.1,
    steps: 10_000,
  }),
  definePreset('gan-ring', 'GAN on the ring', "PacGAN's networks and settings without packing: modes get lost.", {
    ...pacgan,
    dataset: 'ring',
  }),
  definePreset('pacgan-ring', 'PacGAN on the ring', 'The critic sees two samples at once, and misses fewer modes.', {
    ...pacgan,
    dataset: 'ring',
    packing: 2,
  }),
  definePreset('gan-grid', 'GAN on the grid', "PacGAN's networks and settings without packing.", {
    ...pacgan,
    dataset: 'grid',
  }),
  definePreset('pacgan-grid', 'PacGAN on the grid', 'The critic sees two samples at once.', {
    ...pacgan,
    dataset: 'grid',
    packing: 2,
  }),
  definePreset('wgan-gp-swiss-roll', 'WGAN-GP on the Swiss roll', 'A spiral in the plane.', {
    ...toy,
    dataset: 'swiss-roll',
  }),
  definePreset('wgan-gp-lines', 'WGAN-GP on parallel lines', 'The example of disjoint supports (1701.07875 ex. 1).', {
    ...toy,
    dataset: 'parallel-lines',
    steps: 2000,
  }),
  definePreset('gan-normals', 'GAN on two normals', 'One dimension: the smallest thing that can be learnt.', {
    ...toy,
    system: 'gan-ns',
    dataset: 'normals',
    latentSize: 1,
    criticSteps: 1,
    steps: 3000,
  }),
];
