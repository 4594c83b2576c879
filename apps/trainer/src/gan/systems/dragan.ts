import { nonSaturating } from './losses.ts';
import { aroundReal, twoSided } from './penalties.ts';
import type { CreateSystem } from './system.ts';

/** GAN with a gradient penalty around real samples (1705.07215). */
export const dragan: CreateSystem = ({ lambda = 10, target = 1, draganScale = 0.5 }) => ({
  loss: nonSaturating,
  penalty: { weight: lambda, ...aroundReal(draganScale), of: twoSided(target) },
});
