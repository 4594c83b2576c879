import type { Trial } from './planted.ts';

const points = { steps: 1200, evaluateEvery: 150 };
const images = { steps: 260, evaluateEvery: 40 };
const few = { steps: 230, evaluateEvery: 40 };

/** Runs that do well, long enough for every window of steps and patience but that of a critic which learns nothing. */
export const clean: readonly Trial[] = [
  { preset: 'wgan-gp-lines', changes: points },
  { preset: 'wgan-gp-lines', changes: { ...points, seed: 2 } },
  { preset: 'gan-normals', changes: points },
  { preset: 'gan-normals', changes: { ...points, seed: 2 } },
  { preset: 'wgan-gp-swiss-roll', changes: points },
  { preset: 'wgan-gp-ring', changes: points },
  { preset: 'wgan-gp-ring', changes: { ...points, seed: 2 } },
  { preset: 'wgan-ring', changes: points },
  { preset: 'wgan-gp-grid', changes: points },
  { preset: 'dcgan-mnist', changes: images },
  { preset: 'dcgan-mnist', changes: { ...images, seed: 2 } },
  { preset: 'acgan-mnist', changes: images },
  { preset: 'gan-fashion', changes: images },
  { preset: 'lsgan-mnist', changes: images },
  { preset: 'hinge-mnist', changes: images },
  { preset: 'r1-mnist', changes: images },
  { preset: 'dragan-mnist', changes: images },
  { preset: 'wgan-gp-mnist', changes: few },
  { preset: 'wgan-gp-fashion', changes: few },
  { preset: 'wgan-mnist', changes: few },
];
