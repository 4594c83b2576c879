import type { Parameter } from '@duality/shared/analysis';
import type { Goal } from './parameters-address.ts';
import type { JudgedRun } from './plot.ts';
import type { GrownForest } from './use-forest.ts';
import { leastRuns } from './use-forest.ts';

/** What cards that ask the forest are given. */
export interface Assessed {
  forest: GrownForest | undefined;
  parameters: readonly Parameter[];
  /** The drawn runs that have an objective. */
  measured: readonly JudgedRun[];
  /** How many drawn runs have none. */
  left: number;
  objective: string | undefined;
  goal: Goal;
  isPending: boolean;
}

/** Why there is no forest to ask; undefined where there is one or will be. */
export function explainNoForest({ parameters, measured, objective, isPending }: Assessed): string | undefined {
  if (isPending) return undefined;
  if (!objective || measured.length === 0)
    return 'No run has a value of the objective yet. It appears with the first metrics; another objective can be chosen above.';
  if (measured.length < leastRuns)
    return `It takes ${leastRuns} runs with a value at least; ${measured.length === 1 ? 'there is 1' : `there are ${measured.length}`}.`;
  if (parameters.length === 0) return 'All parameters are equal in these runs, so none can matter more than another.';
  return undefined;
}

const fewRuns = 10;
const poorR2 = 0.3;

/** How far what the forest says can be trusted, in a sentence; `isPoor` where it hardly can. */
export function explainTrust({ runs, forest: { outOfBagR2 } }: GrownForest): { text: string; isPoor: boolean } {
  if (outOfBagR2 === null) return { text: 'Every run came to the same value.', isPoor: true };
  const share = `${Math.max(0, Math.round(100 * outOfBagR2))} %`;
  const text = `From ${runs} runs; the forest predicts ${share} of the variance of runs it has not seen (R² out of bag).`;
  if (runs < fewRuns) return { text: `${text} Fewer than ${fewRuns} runs are a hint at most.`, isPoor: true };
  if (outOfBagR2 < poorR2)
    return { text: `${text} That is little: chance or what is not listed here may matter more.`, isPoor: true };
  return { text, isPoor: false };
}

/** `3 runs without a value are left out.` */
export const explainLeft = (left: number) =>
  left === 0
    ? ''
    : `${left === 1 ? '1 run' : `${left} runs`} without a value, such as failed ones, ${left === 1 ? 'is' : 'are'} left out.`;
