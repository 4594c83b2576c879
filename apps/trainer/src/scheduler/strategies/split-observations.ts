import { compareObjective, type Observation } from '@duality/shared';
import type { Search } from './strategy.ts';

const mostGood = 25;

export interface SplitObservations {
  good: Observation[];
  rest: Observation[];
}

/** Points that say something: those that came to an end with a value, and those that a rule ended early. */
export const finishedOf = (observations: readonly Observation[]) => observations.filter(isFinished);

/**
 * The best tenth, and the rest with those that still train, so that trials which run side by side keep apart. Pruned
 * points come after completed ones, those that got further first. Both lists are in the order of the observations.
 */
export function splitObservations({ observations, direction }: Search): SplitObservations {
  const finished = finishedOf(observations);
  const ranked = finished.toSorted((a, b) => rank(a) - rank(b) || comparePruned(a, b) || compareValues(a, b));
  const good = new Set(ranked.slice(0, Math.min(Math.ceil(0.1 * finished.length), mostGood)));
  return {
    good: observations.filter((observation) => good.has(observation)),
    rest: observations.filter(
      (observation) => !good.has(observation) && (isFinished(observation) || observation.state === 'running'),
    ),
  };

  function compareValues(a: Observation, b: Observation): number {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    return compareObjective({ direction }, a.value, b.value);
  }
}

const isFinished = ({ state, value }: Observation) => state === 'pruned' || (state === 'completed' && value !== null);
const rank = ({ state }: Observation) => (state === 'completed' ? 0 : 1);
const comparePruned = (a: Observation, b: Observation) =>
  a.state === 'pruned' && b.state === 'pruned' ? (b.lastStep ?? -1) - (a.lastStep ?? -1) : 0;
