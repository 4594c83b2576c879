import type { Objective, Observation, SearchPoint, SearchSpace } from '@duality/shared';

/** A sweep as a strategy sees it: what is searched, and all points so far in the order in which they were proposed. */
export interface Search {
  space: SearchSpace;
  direction: Objective['direction'];
  seed: number;
  observations: readonly Observation[];
}

/** The next point; the same search always gives the same one. Undefined when nothing is left. */
export type Strategy = (search: Search) => SearchPoint | undefined;
