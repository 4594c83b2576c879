import { isPointSet } from '@duality/shared';
import { firmer } from '../edits.ts';
import { figure } from '../format.ts';
import type { Rule } from '../rule.ts';

/** Both are measured on some hundred samples, and the critic pays where no penalty looks. */
const tolerance = 3;

export const estimateAboveTransport: Rule = {
  patience: { begin: 3, end: 3 },
  watch: ({ dataset, system, packing, gradientPenaltyWeight: lambda }) => {
    if (!isPointSet(dataset) || (system !== 'wgan-gp' && system !== 'wgan-lp')) return undefined;
    return (_step, { 'eval.criticEstimate': estimate, 'eval.w1': distance }) => {
      if (estimate === undefined || distance === undefined) return undefined;
      const packed = distance * Math.sqrt(packing);
      // θ(1 + θ/2λ) is what a two-sided penalty lets the critic of two parallel lines at distance θ reach.
      const most = lambda > 0 ? packed * (1 + packed / (2 * lambda)) : packed;
      // Of either sign: where f is 1-Lipschitz, −f is.
      if (Math.abs(estimate) <= tolerance * most) return null;
      return `on held-out samples Ŵ is ${figure(estimate)}, where exact transport finds ${figure(distance)} and the penalty allows ${figure(most)}`;
    };
  },
  edits: firmer,
};
