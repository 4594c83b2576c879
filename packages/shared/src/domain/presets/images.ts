import { definePreset } from './define.ts';

/** Cross-entropy and least squares at DCGAN's settings (1511.06434 §4). */
const dcgan = { criticSteps: 1, adamBeta1: 0.5, adamBeta2: 0.999, criticNormalisation: 'batch' } as const;

/** Images, sized for two cores. */
export const imagePresets = [
  definePreset(
    'wgan-gp-mnist',
    'WGAN-GP on MNIST',
    'Wasserstein GAN with gradient penalty on 28×28 digits; small networks, recognisable digits in minutes.',
    {},
  ),
  definePreset('wgan-mnist', 'WGAN on MNIST', 'Wasserstein GAN with weight clipping, as its paper first did it.', {
    system: 'wgan-clip',
    optimiser: 'rmsprop',
    learningRate: 5e-5,
    steps: 10_000,
  }),
  definePreset('wgan-lp-mnist', 'WGAN-LP on MNIST', 'Punishes only slopes above 1; otherwise WGAN-GP.', {
    system: 'wgan-lp',
  }),
  definePreset('dcgan-mnist', 'DCGAN on MNIST', 'Non-saturating GAN with batch normalisation in both networks.', {
    ...dcgan,
    system: 'gan-ns',
  }),
  definePreset('lsgan-mnist', 'LSGAN on MNIST', 'Least squares in place of cross-entropy.', {
    ...dcgan,
    system: 'lsgan',
  }),
  definePreset('hinge-mnist', 'Hinge GAN on MNIST', 'Hinge loss with spectral normalisation of the critic.', {
    system: 'hinge',
    criticSteps: 1,
    criticNormalisation: 'spectral',
  }),
  definePreset('dragan-mnist', 'DRAGAN on MNIST', 'Gradient penalty around real images only.', {
    system: 'dragan',
    criticSteps: 1,
    adamBeta1: 0.5,
    adamBeta2: 0.999,
  }),
  definePreset('r1-mnist', 'R1 on MNIST', 'Non-saturating GAN with a zero-centred penalty on real images.', {
    system: 'r1',
    criticSteps: 1,
  }),
  definePreset('acgan-mnist', 'ACGAN on MNIST', 'Conditional: one row of the sample grid is one digit.', {
    ...dcgan,
    system: 'acgan',
    latentSize: 100,
  }),
  definePreset('gan-fashion', 'GAN on Fashion-MNIST', 'Non-saturating GAN on clothes; pictures in a minute or two.', {
    ...dcgan,
    system: 'gan-ns',
    dataset: 'fashion-mnist',
    latentSize: 100,
    emaDecay: 0.995,
  }),
  definePreset('wgan-gp-fashion', 'WGAN-GP on Fashion-MNIST', 'Wasserstein GAN with gradient penalty on clothes.', {
    dataset: 'fashion-mnist',
  }),
];
