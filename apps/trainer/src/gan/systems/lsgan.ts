import { leastSquares } from './losses.ts';
import type { CreateSystem } from './system.ts';

/** Least-squares GAN (1611.04076), by default with the 0–1 coding of its eq. 9. */
export const lsgan: CreateSystem = ({ a = 0, b = 1, c = 1 }) => ({ loss: leastSquares(a, b, c) });
