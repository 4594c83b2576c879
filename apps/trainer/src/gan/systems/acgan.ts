import { nonSaturating } from './losses.ts';
import type { CreateSystem } from './system.ts';

/** Auxiliary-classifier GAN: both networks also minimise the cross-entropy of the class (1610.09585 eqs 2–3). */
export const acgan: CreateSystem = () => ({ loss: nonSaturating, hasClasses: true });
