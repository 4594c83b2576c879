import type { SweepInput } from '@duality/shared';

/** Four kinds of GAN on the same digits and the same seed, small enough for a first look. */
export const starterSweep = {
  name: 'Four GANs on MNIST',
  preset: 'wgan-gp-mnist',
  set: { steps: 400, sampleEvery: 50, evaluateEvery: 50, checkpointEvery: 100 },
  space: {
    preset: { type: 'choice', values: ['dcgan-mnist', 'lsgan-mnist', 'wgan-mnist', 'wgan-gp-mnist'] },
  },
  // Losses and critic scores of different systems have no common scale; what a step costs has.
  objective: { metric: 'stepMs', summary: 'meanOfLast', count: 200, direction: 'minimise' },
} satisfies SweepInput;

/** What may be read off it, and what not. */
export const starterWorth =
  'The four minimise different losses, so no number that they log says which draws best: look at their samples, side by side at the same step. What is compared by a number is the time that a step takes.';
