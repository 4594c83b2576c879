import { compareObjective, type EarlyStopping } from '@duality/shared';
import { freshReports, type Report, reportFrom, type StoppingQuestion, shortNumber } from './trial-curve.ts';

type MedianRule = Extract<EarlyStopping, { rule: 'median' }>;

/**
 * Stops a trial whose best value so far is worse than the median of what completed trials had at the very step (Golovin
 * et al., KDD 2017, §3.2.2, with values instead of running means, as Optuna has it).
 */
export function median(rule: MedianRule, question: StoppingQuestion): string | undefined {
  const completed = question.others.filter(({ state }) => state === 'completed');
  if (completed.length < rule.afterTrials) return undefined;
  for (const { step } of freshReports(question)) {
    if (step < rule.afterSteps) continue;
    const theirs = completed.flatMap((trial) => {
      const report = reportFrom(trial, step);
      return report?.step === step && report.value !== null ? [report.value] : [];
    });
    const reason = compare(step, theirs, question);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function compare(
  step: number,
  theirs: readonly number[],
  { trial, metric, direction }: StoppingQuestion,
): string | undefined {
  const best = bestOf(
    trial.reports.filter((report) => report.step <= step),
    direction,
  );
  if (best === undefined) return `up to step ${step} its ${metric} was never a finite number`;
  if (theirs.length === 0) return undefined;
  const middle = middleOf(theirs);
  if (compareObjective({ direction }, best, middle) <= 0) return undefined;
  const count = theirs.length === 1 ? '1 trial' : `${theirs.length} trials`;
  return `at step ${step} its ${metric} of ${shortNumber(best)} at best is worse than the median ${shortNumber(middle)} of ${count}`;
}

function bestOf(reports: readonly Report[], direction: StoppingQuestion['direction']): number | undefined {
  const values = reports.flatMap(({ value }) => (value === null ? [] : [value]));
  return values.toSorted((a, b) => compareObjective({ direction }, a, b))[0];
}

function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] as number) + (sorted[Math.floor(half)] as number)) / 2;
}
