import type { Database } from 'better-sqlite3';
import { ConflictError, NotFoundError } from '../../domain/errors.ts';
import type { RunRequest } from '../../domain/run.ts';
import type { SearchPoint } from '../../domain/sweep/search-space.ts';
import type { SweepId, Trial } from '../../domain/sweep/sweep.ts';
import type { runStore } from '../run.ts';
import { parseTrial, type TrialRow, trialColumns, trialTables } from './trial-row.ts';

interface ProposedPoint {
  sweepId: SweepId;
  /** Which one, from 0. */
  point: number;
  params: SearchPoint;
  /** What each of its trials trains; its seed is that of the config. */
  runs: readonly RunRequest[];
}

/** Each point of a sweep with each of its seeds, once. */
export function trialStore(db: Database, run: ReturnType<typeof runStore>) {
  const ofSweep = db.prepare<[SweepId], TrialRow>(
    `SELECT ${trialColumns} FROM ${trialTables} WHERE sweep_id = ? ORDER BY number`,
  );
  const byId = db.prepare<[number], TrialRow>(`SELECT ${trialColumns} FROM ${trialTables} WHERE trial.id = ?`);
  const byRun = db.prepare<[number], TrialRow>(`SELECT ${trialColumns} FROM ${trialTables} WHERE trial.run_id = ?`);
  const next = db
    .prepare<[SweepId], number>('SELECT coalesce(max(number), 0) + 1 FROM trial WHERE sweep_id = ?')
    .pluck();
  const place = db
    .prepare<[SweepId], string | null>("SELECT data_dir FROM sweep WHERE id = ? AND status = 'running'")
    .pluck();
  const insert = db.prepare<[SweepId, number, number, string, number, number]>(
    'INSERT INTO trial (sweep_id, number, point, params, seed, run_id) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const begin = db.prepare('UPDATE sweep SET started_at = coalesce(started_at, ?) WHERE id = ?');
  const set = (columns: string) => db.prepare(`UPDATE trial SET ${columns} WHERE id = ?`);
  const setPaused = set('is_paused = ?');
  const setResting = set('is_resting = 1');
  const setAwake = set('is_resting = 0');
  const setRestingByRun = db.prepare('UPDATE trial SET is_resting = ? WHERE run_id = ? AND is_resting <> ?');
  const setGivenUp = set('is_paused = 0, is_resting = 0');
  const setJudged = set('judged_step = ?');
  const setPruned = set('pruned_reason = ?');
  const setSettled = set('objective = ?, is_settled = 1');
  const setRetried = set('retries = retries + 1');
  const setInterrupted = db.prepare<[{ id: number; count: number; step: number }]>(
    'UPDATE trial SET interruptions = @count, interrupted_step = @step WHERE id = @id',
  );

  const get = (id: number): Trial => {
    const row = byId.get(id);
    if (!row) throw new NotFoundError(`there is no trial ${id}`);
    return parseTrial(row);
  };
  /** Its run ends soon with a checkpoint, to be gone on with. */
  const rest = (trial: Trial): void => {
    if (trial.state !== 'running' || trial.runId === null) return;
    setResting.run(trial.id);
    run.requestStop(trial.runId);
  };
  const wake = (trial: Trial): void => {
    if (trial.runId === null) return;
    setAwake.run(trial.id);
    run.requeue(trial.runId);
  };
  const add = db.transaction(({ sweepId, point, params, runs }: ProposedPoint): Trial[] => {
    const dataDir = place.get(sweepId);
    if (dataDir === undefined) throw new ConflictError(`sweep ${sweepId} does not run, so it takes no new trial`);
    begin.run(Date.now(), sweepId);
    return runs.map((request) => {
      const { id, config } = run.queue(request, dataDir);
      const number = next.get(sweepId) ?? 1;
      return get(Number(insert.run(sweepId, number, point, JSON.stringify(params), config.seed, id).lastInsertRowid));
    });
  });
  const pause = db.transaction((id: number): void => {
    const trial = get(id);
    if (!['queued', 'running', 'paused'].includes(trial.state)) refuse(trial, 'paused');
    setPaused.run(1, id);
    rest(trial);
  });
  const resume = db.transaction((id: number): void => {
    const trial = get(id);
    if (!trial.isPaused) refuse(trial, 'resumed');
    setPaused.run(0, id);
  });
  const retry = db.transaction((id: number): void => {
    setRetried.run(id);
    run.requeue(get(id).runId ?? 0);
  });
  const goOn = db.transaction((id: number): void => {
    const { runId, interruptions, lastStep } = get(id);
    setInterrupted.run({ id, count: interruptions + 1, step: lastStep });
    run.requeue(runId ?? 0);
  });

  return {
    get,
    list: (sweepId: SweepId): Trial[] => ofSweep.all(sweepId).map(parseTrial),
    findByRun: (runId: number): Trial | undefined => {
      const row = byRun.get(runId);
      return row && parseTrial(row);
    },
    /** All trials of a point and their runs together; of a sweep that runs. */
    add: (proposed: ProposedPoint): Trial[] => add.immediate(proposed),
    /** Rests at a checkpoint, or waits, until it is resumed. */
    pause: (id: number): void => pause.immediate(id),
    /** A scheduler goes on with it. */
    resume: (id: number): void => resume.immediate(id),
    rest,
    /** Whether a stop of its run, which trains elsewhere and may begin just now, is to be a rest. */
    expectRest: (runId: number, isRest: boolean): void => {
      setRestingByRun.run(Number(isRest), runId, Number(isRest));
    },
    wake,
    /** What waits or rests, or is about to, is over; what trains goes on. */
    giveUp: ({ id, runId, isPaused, state }: Trial): void => {
      if (runId === null || (state === 'running' && !isPaused)) return;
      setGivenUp.run(id);
      run.stopWaiting(runId);
    },
    /** What it reported up to this step has been judged. */
    setJudged: (id: number, step: number): void => void setJudged.run(step, id),
    /** To be ended by the sweep's rule; its run is asked to stop. */
    prune: (trial: Trial, reason: string): void => {
      if (trial.runId === null || trial.isStopping) return;
      setPruned.run(reason, trial.id);
      run.requestStop(trial.runId);
    },
    /** A failed run is queued again. */
    retry: (id: number): void => retry.immediate(id),
    /** The same, of one whose trainer was killed. */
    goOn: (id: number): void => goOn.immediate(id),
    settle: (id: number, objective: number | null): void => void setSettled.run(objective, id),
  };
}

function refuse({ number, state }: Trial, verb: string): never {
  throw new ConflictError(`trial ${number} is ${state} and cannot be ${verb}`);
}
