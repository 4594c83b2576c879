import type { SweepStrategy } from '@duality/shared';
import { grid } from './grid.ts';
import type { Strategy } from './strategy.ts';
export const strategies: Record<SweepStrategy, Strategy> = { grid, random: grid, sobol: grid, tpe: grid };
