import { boxDiameter } from '@duality/shared';
import { firmer } from '../edits.ts';
import { figure } from '../format.ts';
import type { Rule } from '../rule.ts';
import { createWindow, filterSteps, median } from '../window.ts';

export const estimateAboveBound: Rule = {
  patience: { begin: 1, end: filterSteps },
  watch: (config, { sampleShape }) => {
    const bound = boxDiameter(config, sampleShape);
    if (!bound || (config.system !== 'wgan-gp' && config.system !== 'wgan-lp')) return undefined;
    const estimates = createWindow(filterSteps);
    return (_step, { criticEstimate }) => {
      if (criticEstimate === undefined || !estimates.push(Math.abs(criticEstimate))) return undefined;
      const estimate = median(estimates.values());
      if (estimate <= bound) return null; // of either sign: where f is 1-Lipschitz, −f is
      return `|Ŵ| is ${figure(estimate)} (median of ${filterSteps} steps), above ${figure(bound)}, the diameter of the box of pixels`;
    };
  },
  edits: firmer,
};
