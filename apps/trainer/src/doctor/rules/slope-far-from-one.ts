import { firmer } from '../edits.ts';
import { figure } from '../format.ts';
import type { Rule } from '../rule.ts';
import { createWindow, filterSteps, median } from '../window.ts';

/** Runs that do well keep within a fifth of what is expected. */
const [flat, steep] = [0.3, 2.5];

export const slopeFarFromOne: Rule = {
  patience: { begin: 50, end: filterSteps },
  watch: ({ system, gradientPenaltyWeight: lambda }) => {
    if (system !== 'wgan-gp' && system !== 'wgan-lp' && system !== 'dragan') return undefined;
    const slopes = createWindow(filterSteps);
    const estimates = createWindow(filterSteps);
    /** k of Ŵ = kθ and k = 1 + θ/2λ: how steep a critic with this estimate becomes against its penalty. */
    const expected = (estimate: number): number =>
      system === 'dragan' || lambda === 0 ? 1 : (1 + Math.sqrt(1 + (2 * Math.max(0, estimate)) / lambda)) / 2;
    return (_step, { gradientNorm, criticEstimate }) => {
      if (gradientNorm === undefined) return undefined;
      estimates.push(criticEstimate);
      if (!slopes.push(gradientNorm)) return undefined;
      const slope = median(slopes.values());
      const aim = expected(median(estimates.values()));
      const isFlat = slope < flat && system !== 'wgan-lp';
      if (slope <= steep * aim && !isFlat) return null;
      return `the critic’s mean slope is ${figure(slope)} (median of ${filterSteps} steps), where its penalty aims at 1${aim > 1.1 ? ` and allows ${figure(aim)} at this Ŵ` : ''}`;
    };
  },
  edits: firmer,
};
