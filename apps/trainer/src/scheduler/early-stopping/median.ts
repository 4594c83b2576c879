import { compareObjective, type EarlyStopping } from '@duality/shared';
import { reportFrom, type StoppingQuestion, shortNumber } from './trial-curve.ts';

type MedianRule = Extract<EarlyStopping, { rule: 'median' }>;

/**
 * Stops a trial whose best value so far is worse than the median of what completed trials had at the very step (Golovin
 * et al., KDD 2017, §3.2.2, with values instead of running means, as Optuna has it).
 */
export function median(rule: MedianRule, question: StoppingQuestion): string | undefined {
  const { trial, others, direction, mostSteps, judgedTo = Number.NEGATIVE_INFINITY } = question;
  const completed = others.filter(({ state }) => state === 'completed');
  if (completed.length < rule.afterTrials) return undefined;
  let best: number | undefined;
  for (const { step, value } of trial.reports) {
    if (value !== null && (best === undefined || compareObjective({ direction }, value, best) < 0)) best = value;
    if (step <= judgedTo || step < rule.afterSteps || step >= mostSteps) continue;
    const theirs = completed.flatMap((other) => {
      const report = reportFrom(other, step);
      return report?.step === step && report.value !== null ? [report.value] : [];
    });
    const reason = compare(best, theirs, question);
    if (reason !== undefined) return `at step ${step} ${reason}`;
  }
  return undefined;
}

function compare(
  best: number | undefined,
  theirs: readonly number[],
  { metric, direction }: StoppingQuestion,
): string | undefined {
  if (best === undefined) return `its ${metric} has not been a finite number yet`;
  if (theirs.length === 0) return undefined;
  const middle = middleOf(theirs);
  if (compareObjective({ direction }, best, middle) <= 0) return undefined;
  const count = theirs.length === 1 ? '1 trial' : `${theirs.length} trials`;
  return `its ${metric} of ${shortNumber(best)} at best is worse than the median ${shortNumber(middle)} of ${count}`;
}

function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] as number) + (sorted[Math.floor(half)] as number)) / 2;
}
