import type { Trial, TrialState } from '../../domain/sweep/sweep.ts';

export type TrialRow = Record<string, unknown>;

/** What `parseTrial` needs, of `trial JOIN trial_state LEFT JOIN run`. */
export const trialColumns = `trial.*, trial_state.state, run.name AS run_name, run.status AS run_status, run.reason AS run_reason,
  coalesce(run.last_step, 0) AS last_step, run.stop_requested_at, run.started_at AS run_started_at, run.ended_at AS run_ended_at`;
export const trialTables =
  'trial JOIN trial_state ON trial_state.trial_id = trial.id LEFT JOIN run ON run.id = trial.run_id';

export function parseTrial(row: TrialRow): Trial {
  return {
    id: Number(row.id),
    sweepId: Number(row.sweep_id),
    number: Number(row.number),
    point: Number(row.point),
    params: JSON.parse(String(row.params)),
    seed: Number(row.seed),
    runId: row.run_id as number | null,
    state: row.state as TrialState,
    isPaused: row.is_paused === 1,
    isStopping: row.stop_requested_at !== null,
    isSettled: row.is_settled === 1,
    reason: (row.pruned_reason ?? row.run_reason) as string | null,
    judgedStep: Number(row.judged_step),
    retries: Number(row.retries),
    interruptions: Number(row.last_step) > Number(row.interrupted_step) ? 0 : Number(row.interruptions),
    lastStep: Number(row.last_step),
    startedAt: row.run_started_at as number | null,
    endedAt: row.run_ended_at as number | null,
    objective: row.objective as number | null,
  };
}
