import { slower } from '../edits.ts';
import { figure } from '../format.ts';
import type { Rule } from '../rule.ts';
import { createWindow, median } from '../window.ts';

/** Levels are medians of so many steps, so that none is a spike. */
const [levelSteps, steps] = [11, 500];
/** Growth over the lowest level of the last steps, and a size that no run which does well comes near. */
const [growth, least] = [100, 1000];

export const numbersRunningAway: Rule = {
  patience: { begin: 3, end: 50 },
  watch: () => {
    const sizes = createWindow(levelSteps);
    const levels = createWindow(steps);
    return (_step, { criticLoss, gradientNorm = 0 }) => {
      // Not the generator's loss: in a Wasserstein system its level drifts freely.
      if (criticLoss === undefined || !sizes.push(Math.max(Math.abs(criticLoss), gradientNorm))) return undefined;
      const level = median(sizes.values());
      levels.push(level);
      const lowest = Math.min(...levels.values());
      if (level < least || level < growth * lowest) return null;
      return `within ${steps} steps the level of the critic’s loss or slope has grown from ${figure(lowest)} to ${figure(level)}`;
    };
  },
  edits: slower,
};
