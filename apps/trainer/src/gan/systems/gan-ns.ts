import { nonSaturating } from './losses.ts';
import type { CreateSystem } from './system.ts';

/** The GAN as it is trained in practice (1406.2661 §3). */
export const ganNs: CreateSystem = () => ({ loss: nonSaturating });
