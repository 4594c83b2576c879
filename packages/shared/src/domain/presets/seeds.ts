import { definePreset } from './define.ts';

/** What the three systems of Advanced Deep Learning with Keras share. */
const keras = {
  network: 'atienza',
  optimiser: 'rmsprop',
  latentSize: 100,
  latentDistribution: 'uniform',
  steps: 40_000,
  sampleEvery: 500,
} as const;

/** Its LSGAN and ACGAN: one critic step, and the generator at half the critic's rate. */
const kerasTwoRates = {
  ...keras,
  learningRate: 2e-4,
  generatorLearningRate: 1e-4,
  learningRateDecay: 6e-8,
  criticSteps: 1,
} as const;

/** Settings of the documents this project started from, corrected; `asPrinted` repeats their mistakes (printed.ts). */
export const seedPresets = [
  definePreset('gdl-wgan', 'WGAN of Generative Deep Learning', 'Horses of CIFAR-10 (needs --data DIR).', {
    system: 'wgan-clip',
    network: 'gdl-wgan',
    dataset: 'cifar-10',
    onlyClass: 7,
    optimiser: 'rmsprop',
    learningRate: 5e-5,
    batchSize: 128,
    latentSize: 100,
    steps: 6000,
  }),
  definePreset('gdl-wgan-gp', 'WGAN-GP of Generative Deep Learning', 'Faces of 64×64 (needs --data DIR).', {
    network: 'gdl-wgan-gp',
    dataset: 'image-folder',
    imageSize: 64,
    imageChannels: 3,
    learningRate: 1e-4,
    latentSize: 100,
    steps: 6000,
  }),
  definePreset('atienza-wgan', 'WGAN of Advanced Deep Learning with Keras', 'MNIST in [0, 1], z uniform.', {
    system: 'wgan-clip',
    ...keras,
    learningRate: 5e-5,
  }),
  definePreset('atienza-lsgan', 'LSGAN of Advanced Deep Learning with Keras', 'MNIST in [0, 1], z uniform.', {
    system: 'lsgan',
    ...kerasTwoRates,
  }),
  definePreset('atienza-acgan', 'ACGAN of Advanced Deep Learning with Keras', 'MNIST in [0, 1], one row a digit.', {
    system: 'acgan',
    ...kerasTwoRates,
  }),
  definePreset('raschka-wgan-gp', 'WGAN-GP of Python Machine Learning', 'Large networks: patience, or a GPU.', {
    network: 'raschka',
    batchSize: 128,
    latentSize: 20,
    latentDistribution: 'uniform',
    learningRate: 1e-4,
    steps: 46_800,
    sampleEvery: 468,
  }),
  definePreset('basic-gan', 'Vanilla GAN of a tutorial', 'Fashion-MNIST at 32×32, fully connected networks.', {
    system: 'gan-ns',
    network: 'basic-mlp',
    dataset: 'fashion-mnist',
    imageSize: 32,
    latentSize: 100,
    criticSteps: 1,
    adamBeta1: 0.5,
    adamBeta2: 0.999,
    steps: 469_000,
    sampleEvery: 938,
  }),
];
