import { compareObjective } from '@duality/shared';
import { reportFrom, type StoppingQuestion, shortNumber } from './trial-curve.ts';

interface Ladder {
  firstRung: number;
  reductionFactor: number;
}

/**
 * Asynchronous successive halving (Li et al., 1810.05934) in its form for stopping: at each rung a trial goes on
 * when it is among the best 1/factor of those that have come there by now, and alone there it goes on.
 */
export function halving({ firstRung, reductionFactor }: Ladder, question: StoppingQuestion): string | undefined {
  const { trial, others, direction, metric, mostSteps, judgedTo = Number.NEGATIVE_INFINITY } = question;
  for (let rung = firstRung; rung < mostSteps; rung *= reductionFactor) {
    const report = reportFrom(trial, rung);
    if (!report || report.step >= mostSteps) return undefined;
    if (report.step <= judgedTo) continue;
    const { step, value } = report;
    if (value === null) return `at step ${step} its ${metric} is not a finite number`;
    const values = [value, ...others.flatMap((other) => reportFrom(other, rung)?.value ?? [])];
    values.sort((a, b) => compareObjective({ direction }, a, b));
    const places = Math.max(1, Math.floor(values.length / reductionFactor));
    const last = values[places - 1] as number;
    if (compareObjective({ direction }, value, last) <= 0) continue;
    const best = places === 1 ? 'the best' : `among the best ${places}`;
    return `at step ${step} its ${metric} of ${shortNumber(value)} is not ${best} of ${values.length} trials that came as far, which takes ${shortNumber(last)}`;
  }
  return undefined;
}
