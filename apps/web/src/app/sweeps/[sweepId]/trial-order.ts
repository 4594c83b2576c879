import { compareObjective, type Objective, type Trial } from '@duality/shared';

/** The best completed trials, the best first; among equals the earlier. */
export function bestTrials(trials: readonly Trial[], objective: Pick<Objective, 'direction'>, most: number): Trial[] {
  return rankTrials(
    trials.filter(({ state, objective: value }) => state === 'completed' && value !== null),
    objective,
  ).slice(0, most);
}

/** The best first, those without a value last. */
export function rankTrials<T extends Trial>(trials: readonly T[], objective: Pick<Objective, 'direction'>): T[] {
  return [...trials].sort((a, b) => {
    if (a.objective === null || b.objective === null) {
      return Number(a.objective === null) - Number(b.objective === null) || a.number - b.number;
    }
    return compareObjective(objective, a.objective, b.objective) || a.number - b.number;
  });
}
