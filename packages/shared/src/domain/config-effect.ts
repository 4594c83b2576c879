import type { RunConfig } from './config.ts';
import { isPointSet } from './dataset.ts';
import { findSeedDocument } from './printed.ts';
import { penalisedSystems } from './system.ts';

const conditions: Record<string, (config: RunConfig) => boolean> = {
  gradientPenaltyWeight: ({ system }) => penalisedSystems.includes(system),
  clipValue: ({ system }) => system === 'wgan-clip',
  leastSquaresCoding: ({ system }) => system === 'lsgan',
  adamBeta1: ({ optimiser }) => optimiser === 'adam',
  adamBeta2: ({ optimiser }) => optimiser === 'adam',
  rmspropRho: ({ optimiser }) => optimiser === 'rmsprop',
  hiddenSize: ({ network }) => network === 'mlp',
  imageSize: ({ dataset }) => !isPointSet(dataset),
  imageChannels: ({ dataset }) => !isPointSet(dataset),
  asPrinted: (config) => findSeedDocument(config) !== undefined,
};

/** Whether the value of `key` matters beside the others of `config`; a key that nobody thought of here does. */
export const hasEffect = (key: string, config: RunConfig): boolean => conditions[key]?.(config) ?? true;
