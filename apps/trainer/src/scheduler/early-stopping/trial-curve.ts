import type { Objective, TrialState } from '@duality/shared';

export interface Report {
  step: number;
  /** Null where it was not a finite number. */
  value: number | null;
}

/** The objective's metric of one trial, as far as it came. */
export interface TrialCurve {
  number: number;
  state: TrialState;
  /** In step order, no step twice. */
  reports: readonly Report[];
}

/** What a rule is asked of a trial. */
export interface StoppingQuestion {
  trial: TrialCurve;
  /** All other trials of the sweep. */
  others: readonly TrialCurve[];
  direction: Objective['direction'];
  /** How the metric is called, for the reason. */
  metric: string;
  /** Steps of a whole trial, the same for all of a sweep; at its last step no trial is stopped, as nothing is saved. */
  mostSteps: number;
  /** What was reported up to this step has been judged, and what has passed once has passed; nothing when absent. */
  judgedTo?: number;
}

/** The first report at a step or later, which is what a rung of the ladder sees. */
export function reportFrom({ reports }: TrialCurve, step: number): Report | undefined {
  let from = 0;
  for (let to = reports.length; from < to; ) {
    const middle = (from + to) >>> 1;
    if ((reports[middle] as Report).step < step) from = middle + 1;
    else to = middle;
  }
  return reports[from];
}

/** As a person reads it, in a sentence. */
export const shortNumber = (value: number) => String(Number(value.toPrecision(4)));
