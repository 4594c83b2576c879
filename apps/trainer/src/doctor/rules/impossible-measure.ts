import { coverageSamples, datasetDescriptions } from '@duality/shared';
import { figure } from '../format.ts';
import type { Rule } from '../rule.ts';

/** Standard deviations, of what is nearly normal: once in 30,000 evaluations by chance. */
const below = 4;

export const impossibleMeasure: Rule = {
  patience: { begin: 2, end: 3 },
  watch: ({ dataset }) => {
    const { modes } = datasetDescriptions[dataset];
    const least = modes ? leastKl(modes) : 0;
    if (!modes || least <= 0) return undefined;
    return (_step, { 'eval.klModes': kl }) => {
      if (kl === undefined) return undefined;
      if (kl >= least) return null;
      return `eval.klModes is ${figure(kl)}, where ${coverageSamples} fair draws over ${modes} modes give ${figure((modes - 1) / (2 * coverageSamples))} on average and hardly ever less than ${figure(least)}`;
    };
  },
  edits: () => ({}),
};

/** 2n · KL ≈ χ² with k = modes − 1 degrees; its cube root is nearly normal (Wilson and Hilferty, 1931). */
function leastKl(modes: number): number {
  const degrees = modes - 1;
  const spread = 2 / (9 * degrees);
  return (degrees * Math.max(0, 1 - spread - below * Math.sqrt(spread)) ** 3) / (2 * coverageSamples);
}
