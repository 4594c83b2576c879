import { decideStopping } from '../../scheduler/early-stopping/decide.ts';
import type { Report, TrialCurve } from '../../scheduler/early-stopping/trial-curve.ts';
import type { ReplayEvent, ReplayRequest } from './optuna.ts';

type GrowingCurve = TrialCurve & { reports: Report[] };

/** Our decision on each report, given the curves and ends of the trials as they came to be in the other's replay. */
export function decideAll(request: ReplayRequest, events: readonly ReplayEvent[]): boolean[] {
  const curves = new Map<number, GrowingCurve>();
  return events.map(([number, step, value, wasStopped]) => {
    const trial: GrowingCurve = curves.get(number) ?? { number, state: 'running', reports: [] };
    curves.set(number, trial);
    const judgedTo = trial.reports.at(-1)?.step ?? 0;
    trial.reports.push({ step, value });
    const others = [...curves.values()].filter((other) => other !== trial);
    const { rule, direction, steps: mostSteps } = request;
    const { isStopped } = decideStopping(rule, { trial, others, direction, metric: 'loss', mostSteps, judgedTo });
    const state = step >= mostSteps ? 'completed' : wasStopped ? 'pruned' : 'running';
    curves.set(number, { ...trial, state });
    return isStopped;
  });
}
