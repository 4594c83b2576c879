import { type RunConfig, wassersteinSystems } from '@duality/shared';
import { rounded } from '../edits.ts';
import { figure } from '../format.ts';
import type { Rule } from '../rule.ts';

/** Scores of a critic of cross-entropy, least squares or hinge are of the order of 1; a clipped one may live with little. */
const leastOf = ({ system }: RunConfig) => (wassersteinSystems.includes(system) ? 1e-5 : 0.01);

export const lossAtChance: Rule = {
  // Networks whose first weights are small take some hundred steps to leave it; a living critic crosses it.
  patience: { begin: 1000, end: 100 },
  watch: (config) => {
    const least = leastOf(config);
    return (_step, { criticEstimate, criticLoss }) => {
      if (criticEstimate === undefined || criticLoss === undefined) return undefined;
      if (!(Math.abs(criticEstimate) < least)) return null;
      return `for 1,000 steps no batch was scored apart by ${figure(least)}: the critic’s loss is ${figure(criticLoss)}, that of guessing`;
    };
  },
  edits: ({ system, clipValue, learningRate }) =>
    system === 'wgan-clip'
      ? { clipValue: Math.min(1e6, clipValue * 10) }
      : { learningRate: rounded(Math.min(1, learningRate * 10)) },
};
