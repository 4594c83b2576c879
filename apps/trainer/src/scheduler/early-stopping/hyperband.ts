import type { EarlyStopping } from '@duality/shared';
import { halving } from './successive-halving.ts';
import type { StoppingQuestion } from './trial-curve.ts';

type HyperbandRule = Extract<EarlyStopping, { rule: 'hyperband' }>;

const goldenRatio = (Math.sqrt(5) - 1) / 2;

/** Successive halving in several brackets side by side, each of which begins a rung later than the one before it. */
export function hyperband(rule: HyperbandRule, question: StoppingQuestion): string | undefined {
  const { firstRung, reductionFactor } = rule;
  const bracketOf = ({ number }: { number: number }) => bracketOfTrial(rule, question.mostSteps, number);
  const bracket = bracketOf(question.trial);
  const others = question.others.filter((other) => bracketOf(other) === bracket);
  const ladder = { firstRung: firstRung * reductionFactor ** bracket, reductionFactor };
  const reason = halving(ladder, { ...question, others });
  return reason && `${reason} (in bracket ${bracket + 1} of ${sizesOf(rule, question.mostSteps).length})`;
}

/**
 * From 0, where the first decision comes earliest. Brackets share the trials in the proportion of their sizes, evenly at
 * any time: the numbers n · (√5 − 1) / 2 mod 1 are spread as well as a sequence can be (Weyl, 1916).
 */
export function bracketOfTrial(rule: HyperbandRule, mostSteps: number, number: number): number {
  const sizes = sizesOf(rule, mostSteps);
  let left = ((number * goldenRatio) % 1) * sizes.reduce((sum, size) => sum + size, 0);
  const bracket = sizes.findIndex((size) => {
    left -= size;
    return left < 0;
  });
  return bracket < 0 ? sizes.length - 1 : bracket;
}

/** Trials that the paper puts into each bracket in one pass (Li et al., 1603.06560, algorithm 1). */
function sizesOf({ firstRung, reductionFactor }: HyperbandRule, mostSteps: number): number[] {
  let halvings = 0;
  while (firstRung * reductionFactor ** (halvings + 1) <= mostSteps) halvings++;
  return Array.from({ length: halvings + 1 }, (_, bracket) => {
    const rungs = halvings - bracket;
    return Math.ceil(((halvings + 1) * reductionFactor ** rungs) / (rungs + 1));
  });
}
