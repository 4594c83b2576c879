import { type Alert, type AlertRuleName, alertRules, type Run } from '@duality/shared';
import type { NewAlert, Store } from '@duality/shared/store';
import { type Change, createDoctor, type Seen } from './doctor/doctor.ts';
import { rememberedEvaluations, rememberedSteps, stepsBeforeEvaluation } from './doctor/remembered.ts';
import type { RunFacts, Values } from './doctor/rule.ts';
import { rules } from './doctor/rules.ts';

interface Needed {
  store: Store;
  run: Run;
  facts: RunFacts;
  /** The last step that this run itself has done. */
  step: number;
  log: (level: 'info' | 'warning' | 'error', message: string) => void;
  onAlert: (alert: NewAlert) => void;
}

/**
 * The doctor at a run's bedside: records alerts as they begin and end. A run that is gone on with after `step` has the
 * alerts it had then, and those that begin later are those of a run that never stopped.
 */
export function createDiagnosis({ store, run, facts, step, log, onAlert }: Needed) {
  const { id: runId, config } = run;
  const doctor = createDoctor(config, facts);
  let floors: Values = {};
  let stopReason: string | undefined;

  const begin = ({ rule, step }: Change, message: string): void => {
    const { severity } = alertRules[rule];
    const alert = { runId, step, rule, severity, message, edits: rules[rule].edits(config) };
    store.alert.raise(alert);
    log(severity, `the doctor, step ${step}: ${message}`);
    onAlert(alert);
    if (stopsFor(config.stopOn, alert)) stopReason ??= `the doctor: ${message}`;
  };
  const record = (changes: Change[]): void => {
    for (const change of changes) {
      if (change.message !== null) begin(change, change.message);
      else {
        store.alert.end(runId, change.rule, change.step);
        log('info', `the doctor, step ${change.step}: no longer “${alertRules[change.rule].title}”`);
      }
    }
  };

  return {
    /** Before the first step: goes back to what was known after `step`, and judges the config. */
    begin: (): void => {
      store.alert.rewind(runId, step);
      const holding = new Set(store.alert.list(runId).flatMap((alert) => (alert.endedStep === null ? alert.rule : [])));
      floors = store.evaluation.listFloors(runId);
      record(doctor.recall([{ step: 0, values: {} }, ...listSeen(store, run, step)], holding, floors));
    },
    /** What a step brought, or some time after it an evaluation. Before a checkpoint of the step is saved. */
    see: (seen: number, values: Values, newFloors: Values = {}): void => {
      floors = { ...floors, ...newFloors };
      record(doctor.observe({ step: seen, values }, floors));
    },
    /** Why the run is to stop, once an alert has begun that its config has it stop for. */
    stopReason: () => stopReason,
  };
}

const stopsFor = (
  stopOn: Run['config']['stopOn'],
  { rule, severity }: { rule: AlertRuleName; severity: Alert['severity'] },
) => stopOn === 'warning' || stopOn === severity || stopOn === rule;

/** What verdicts after `step` may rest on, oldest first: the last steps, and the last evaluations with some steps before each. */
function listSeen(store: Store, { id, config }: Run, step: number): Seen[] {
  const dense = Math.max(1, step - rememberedSteps + 1);
  const seen: Seen[] = [];
  let next = 1;
  for (const at of [...listEvaluated(config.evaluateEvery, step), step]) {
    const from = Math.max(next, Math.min(dense, at - stepsBeforeEvaluation + 1));
    const to = from >= dense ? step : at;
    if (from <= to) seen.push(...listBetween(store, id, from, to));
    next = Math.max(next, to + 1);
  }
  return seen;
}

/** The last evaluations up to `step`; that at the end of a run which was extended is no matter here. */
function listEvaluated(every: number, step: number): number[] {
  const steps: number[] = [];
  for (let at = step - (step % every); at > 0 && steps.length < rememberedEvaluations; at -= every) steps.unshift(at);
  return steps;
}

/** The values of each step and, after them, of its evaluation. */
function listBetween(store: Store, runId: number, from: number, to: number): Seen[] {
  const values = new Map<number, { ofStep: Record<string, number>; ofEvaluation: Record<string, number> }>();
  for (const series of store.series.list(runId, { from, to, width: to - from + 1 })) {
    const kind = series.name.startsWith('eval.') ? 'ofEvaluation' : 'ofStep';
    for (const [i, step] of series.steps.entries()) {
      const found = values.get(step) ?? { ofStep: {}, ofEvaluation: {} };
      values.set(step, found);
      found[kind][series.name] = series.values[i] ?? Number.NaN;
    }
  }
  const steps = [...values].sort(([a], [b]) => a - b);
  return steps.flatMap(([step, { ofStep, ofEvaluation }]) => [
    { step, values: ofStep },
    { step, values: ofEvaluation },
  ]);
}
