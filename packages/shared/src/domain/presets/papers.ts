import { definePreset } from './define.ts';

/** Settings as the papers give them. */
export const paperPresets = [
  definePreset('paper-wgan', 'WGAN as in its paper', 'RMSProp 5e-5, clip 0.01, five critic steps (1701.07875).', {
    system: 'wgan-clip',
    network: 'small-conv',
    optimiser: 'rmsprop',
    learningRate: 5e-5,
    latentSize: 100,
    steps: 40_000,
  }),
  definePreset('paper-wgan-gp', 'WGAN-GP as in its paper', 'Adam 1e-4, β (0, 0.9), λ 10 (1704.00028).', {
    learningRate: 1e-4,
    latentSize: 128,
    steps: 40_000,
  }),
  definePreset('dcgan', 'DCGAN as in its paper', 'Colour images of 64×64 (needs --data DIR; 1511.06434).', {
    system: 'gan-ns',
    network: 'dcgan',
    dataset: 'image-folder',
    imageSize: 64,
    imageChannels: 3,
    batchSize: 128,
    latentSize: 100,
    latentDistribution: 'uniform',
    criticSteps: 1,
    adamBeta1: 0.5,
    adamBeta2: 0.999,
    criticNormalisation: 'batch',
    steps: 50_000,
  }),
];
