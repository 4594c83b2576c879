import { wasserstein } from './losses.ts';
import { between, oneSided } from './penalties.ts';
import type { CreateSystem } from './system.ts';

/** Wasserstein GAN with a penalty on slopes above 1 only (1709.08894 eq. 8). */
export const wganLp: CreateSystem = ({ lambda = 10, target = 1 }) => ({
  loss: wasserstein,
  penalty: { weight: lambda, ...between, of: oneSided(target) },
});
