import type { Sweep, Trial } from '@duality/shared';
import { decideStopping } from '../early-stopping/decide.ts';
import type { TrialCurve } from '../early-stopping/trial-curve.ts';
import type { Proposing } from './propose.ts';
import { reportsOf } from './reports.ts';

/** Asks those trials to stop that the sweep's rule gives up, each with the reason. */
export function endBadTrials({ store, say }: Proposing, { id, request }: Sweep): void {
  const { earlyStopping: rule, objective } = request;
  if (!rule) return;
  const trials = store.sweep.trial.list(id);
  const running = trials.filter(({ state, isStopping }) => state === 'running' && !isStopping);
  if (running.length === 0) return;
  const curveOf = (trial: Trial): TrialCurve => ({
    number: trial.number,
    state: trial.state,
    reports: reportsOf(store, trial, objective.metric),
  });
  const curves = new Map(trials.map((trial) => [trial.id, curveOf(trial)]));
  for (const trial of running) {
    const curve = curves.get(trial.id) as TrialCurve;
    const newest = curve.reports.at(-1)?.step ?? -1;
    if (newest <= trial.judgedStep) continue;
    const { isStopped, reason } = decideStopping(rule, {
      trial: curve,
      others: [...curves.values()].filter((other) => other !== curve),
      direction: objective.direction,
      metric: objective.metric,
      mostSteps: store.run.get(trial.runId as number).config.steps,
      judgedTo: trial.judgedStep,
    });
    store.sweep.trial.setJudged(trial.id, newest);
    if (!isStopped) continue;
    store.sweep.trial.prune(trial, reason);
    say(`Trial ${trial.number} of sweep ${id} is ended early: ${reason}`);
  }
}
