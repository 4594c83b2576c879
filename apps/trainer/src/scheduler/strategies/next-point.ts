import type { SearchPoint, SweepStrategy } from '@duality/shared';
import { grid } from './grid.ts';
import { random } from './random.ts';
import { sobol } from './sobol.ts';
import type { Search, Strategy } from './strategy.ts';
import { tpe } from './tpe.ts';

const strategies: Record<SweepStrategy, Strategy> = { grid, random, sobol, tpe };

/** Where a sweep goes next, a pure function of what was seen; undefined when its strategy has nothing left. */
export const nextPoint = (strategy: SweepStrategy, search: Search): SearchPoint | undefined =>
  strategies[strategy](search);
