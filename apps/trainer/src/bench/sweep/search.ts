import type { Observation, SweepStrategy } from '@duality/shared';
import { strategies } from '../../scheduler/strategies/strategies.ts';
import type { Problem } from './problems.ts';

/** Evaluates one point after the other and minimises. */
export function search(strategy: SweepStrategy, { space, valueAt }: Problem, seed: number, trials: number) {
  const observations: (Observation & { value: number })[] = [];
  while (observations.length < trials) {
    const params = strategies[strategy]({ space, direction: 'minimise', seed, observations });
    if (!params) break;
    observations.push({ params, value: valueAt(params), state: 'completed' });
  }
  return observations;
}
