import { nonSaturating } from './losses.ts';
import { onReal, zeroCentred } from './penalties.ts';
import type { CreateSystem } from './system.ts';

/** GAN with a zero-centred penalty on real samples (1801.04406 eq. 9). */
export const r1: CreateSystem = ({ gamma = 10 }) => ({
  loss: nonSaturating,
  penalty: { weight: gamma / 2, ...onReal, of: zeroCentred },
});
