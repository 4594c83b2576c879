import { z } from 'zod';

/** Pairs of generator and critic. */
export const networkNames = [
  'small-conv',
  'mlp',
  'pacgan-mlp',
  'dcgan',
  'gdl-wgan',
  'gdl-wgan-gp',
  'atienza',
  'raschka',
  'basic-mlp',
] as const;
export const NetworkName = z.enum(networkNames);
export type NetworkName = z.infer<typeof NetworkName>;

/** Those that take points [2] or [1]; the others need images. */
export const pointNetworks: readonly NetworkName[] = ['mlp', 'pacgan-mlp'];
