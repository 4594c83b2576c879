import * as tf from '@tensorflow/tfjs-core';
import { wasserstein } from './losses.ts';
import { between } from './penalties.ts';
import type { CreateSystem } from './system.ts';

/** Wasserstein divergence GAN: no Lipschitz constraint, but λ E‖∇f(x̂)‖⁶ (1712.01026 eq. 10, with λ = 2 and p = 6). */
export const wganDiv: CreateSystem = ({ lambda = 2 }) => ({
  loss: wasserstein,
  penalty: { weight: lambda, ...between, of: ({ squares }) => tf.mean(tf.mul(squares, tf.square(squares))) },
});
