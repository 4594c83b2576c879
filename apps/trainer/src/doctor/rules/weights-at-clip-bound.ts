import { figure } from '../format.ts';
import type { Rule } from '../rule.ts';
import { createWindow, filterSteps, median } from '../window.ts';

/** A critic that does well may have nine tenths of its weights there; then its scores are far apart. */
const [most, many] = [0.95, 0.6];
/** A Ŵ of a critic that has hardly a gradient left. */
const little = 1e-3;

export const weightsAtClipBound: Rule = {
  patience: { begin: filterSteps, end: filterSteps },
  watch: ({ system, clipValue }) => {
    if (system !== 'wgan-clip') return undefined;
    const fractions = createWindow(filterSteps);
    const estimates = createWindow(filterSteps);
    return (_step, { clipFraction, criticEstimate }) => {
      if (clipFraction === undefined) return undefined;
      estimates.push(criticEstimate);
      if (!fractions.push(clipFraction)) return undefined;
      const fraction = median(fractions.values());
      const estimate = median(estimates.values());
      if (fraction < most && (fraction < many || Math.abs(estimate) > little)) return null;
      return `${(100 * fraction).toFixed(0)} % of the critic’s weights are held at ±${figure(clipValue)}, and it scores real and generated samples ${figure(estimate)} apart (medians of ${filterSteps} steps)`;
    };
  },
  edits: ({ clipValue }) => ({ clipValue: Math.min(1e6, clipValue * 10) }),
};
