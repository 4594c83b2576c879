import type { RunConfig } from './config.ts';
import { mistakesOf } from './printed.ts';

/** All that the noise behind a run's sample grids is a function of. */
export interface FixedNoise {
  seed: number;
  latentSize: number;
  latentDistribution: RunConfig['latentDistribution'];
  /** Each column of a grid is one noise, each row one class; otherwise each tile is a noise of its own. */
  isConditional: boolean;
  /** Drawn anew for each grid, as a seed document has it, by the number of the step. */
  isFresh: boolean;
}

/** Two runs of which these are equal have the same noise, and class, behind tile k, whatever else they differ in. */
export const fixedNoiseOf = (config: RunConfig): FixedNoise => ({
  seed: config.seed,
  latentSize: config.latentSize,
  latentDistribution: config.latentDistribution,
  isConditional: config.system === 'acgan',
  isFresh: mistakesOf(config).has('fresh-grids'),
});
