import { wasserstein } from './losses.ts';
import type { CreateSystem } from './system.ts';

/** Wasserstein GAN with weight clipping (1701.07875 alg. 1). */
export const wganClip: CreateSystem = ({ clip = 0.01 }) => ({ loss: wasserstein, clipValue: clip });
