import { countValues } from './dimension.ts';
import { countGrid, mostGridPoints } from './search-space.ts';
import type { SweepRequest } from './sweep-request.ts';

type Counted = Pick<SweepRequest, 'space' | 'strategy' | 'seeds' | 'budget'>;

/** Runs of a sweep in all, seeds counted; infinite where nothing ends it, or where a grid is too large to be counted out. */
export function countTrials({ space, strategy, seeds, budget: { trials } }: Counted): number {
  const budget = trials ?? Number.POSITIVE_INFINITY;
  if (strategy !== 'grid') return budget;
  const dimensions = Object.values(space);
  const most = dimensions.reduce((product, dimension) => product * countValues(dimension), 1);
  if (!dimensions.some(({ when }) => when)) return Math.min(budget, most * seeds.length);
  return Math.min(budget, most > mostGridPoints ? Number.POSITIVE_INFINITY : countGrid(space) * seeds.length);
}
