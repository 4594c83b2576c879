import * as losses from './losses.ts';
import type { CreateSystem } from './system.ts';

/** Geometric GAN's hinge loss (1705.02894), usual with spectral normalisation (1802.05957). */
export const hinge: CreateSystem = () => ({ loss: losses.hinge });
