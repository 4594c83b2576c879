import { gridPoints } from '@duality/shared';
import type { Strategy } from './strategy.ts';

/** Every combination once, in order. */
export const grid: Strategy = ({ space, observations }) => {
  let left = observations.length;
  for (const point of gridPoints(space)) if (left-- === 0) return point;
  return undefined;
};
