import type { SweepStrategy } from '@duality/shared';
import { grid } from './grid.ts';
import { random } from './random.ts';
import { sobol } from './sobol.ts';
import type { Strategy } from './strategy.ts';
import { tpe } from './tpe.ts';

/** Where a sweep goes next, by the name of its strategy. */
export const strategies: Record<SweepStrategy, Strategy> = { grid, random, sobol, tpe };
