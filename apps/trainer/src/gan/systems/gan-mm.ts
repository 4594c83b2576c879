import { minimax } from './losses.ts';
import type { CreateSystem } from './system.ts';

/** The GAN as a minimax game (1406.2661 eq. 1). */
export const ganMm: CreateSystem = () => ({ loss: minimax });
