import { wasserstein } from './losses.ts';
import { between, twoSided } from './penalties.ts';
import type { CreateSystem } from './system.ts';

/** Wasserstein GAN with gradient penalty (1704.00028 alg. 1, eq. 3). */
export const wganGp: CreateSystem = ({ lambda = 10, target = 1 }) => ({
  loss: wasserstein,
  penalty: { weight: lambda, ...between, of: twoSided(target) },
});
