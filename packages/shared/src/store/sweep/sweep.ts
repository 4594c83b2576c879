import type { Database } from 'better-sqlite3';
import { ConflictError, NotFoundError } from '../../domain/errors.ts';
import type { Sweep, SweepId, SweepStatus, SweepSummary, Trial, TrialState } from '../../domain/sweep/sweep.ts';
import { SweepRequest } from '../../domain/sweep/sweep-request.ts';
import type { runStore } from '../run.ts';
import { objectiveOf } from './objective.ts';
import { trialStore } from './trial.ts';

type SweepRow = Record<string, unknown>;

/** Searches: what was asked for, how far they are, and what people want of them. */
export function sweepStore(db: Database, run: ReturnType<typeof runStore>) {
  const trial = trialStore(db, run);
  const insert = db.prepare<[string, string, string | null, number]>(
    "INSERT INTO sweep (name, status, request, data_dir, created_at) VALUES (?, 'running', ?, ?, ?)",
  );
  const byId = db.prepare<[SweepId], SweepRow>('SELECT * FROM sweep WHERE id = ?');
  const all = db.prepare<[], SweepRow>('SELECT * FROM sweep ORDER BY id DESC');
  const active = db.prepare<[], SweepRow>(
    `SELECT * FROM sweep WHERE status IN ('running', 'paused')
       OR id IN (SELECT sweep_id FROM trial WHERE NOT is_settled) ORDER BY id`,
  );
  const counts = db.prepare<[SweepId], { state: TrialState; count: number }>(
    'SELECT state, count(*) AS count FROM trial JOIN trial_state ON trial_id = id WHERE sweep_id = ? GROUP BY state',
  );
  const best = (order: 'ASC' | 'DESC') =>
    db.prepare<[SweepId], { number: number; runId: number | null; objective: number }>(
      `SELECT number, run_id AS runId, objective FROM trial JOIN trial_state ON trial_id = id
       WHERE sweep_id = ? AND objective IS NOT NULL AND state = 'completed' ORDER BY objective ${order}, number LIMIT 1`,
    );
  const bestOf = { minimise: best('ASC'), maximise: best('DESC') };
  const setStatus = db.prepare<[SweepStatus, number | null, SweepId]>(
    'UPDATE sweep SET status = ?, ended_at = ? WHERE id = ?',
  );

  const get = (id: SweepId): Sweep => {
    const row = byId.get(id);
    if (!row) throw new NotFoundError(`there is no sweep ${id}`);
    return parseSweepRow(row);
  };
  const summarise = (sweep: Sweep): SweepSummary => ({
    ...sweep,
    counts: Object.fromEntries(counts.all(sweep.id).map(({ state, count }) => [state, count])),
    best: bestOf[sweep.request.objective.direction].get(sweep.id) ?? null,
  });
  /** From one of some states into another; what is there already is no error. */
  const change = (to: SweepStatus, from: readonly SweepStatus[], verb: string, also: (id: SweepId) => void) =>
    db.transaction((id: SweepId): void => {
      const { status } = get(id);
      if (status === to) return;
      if (!from.includes(status)) throw new ConflictError(`sweep ${id} is ${status} and cannot be ${verb}`);
      setStatus.run(to, to === 'running' || to === 'paused' ? null : Date.now(), id);
      also(id);
    });
  const eachActive = (id: SweepId, use: (one: Trial) => void) => {
    for (const one of trial.list(id)) if (['queued', 'running', 'paused'].includes(one.state)) use(one);
  };

  const pause = change('paused', ['running'], 'paused', (id) =>
    eachActive(id, (one) => {
      if (!one.isPaused) trial.pause(one.id);
    }),
  );
  const resume = change('running', ['paused'], 'resumed', (id) =>
    eachActive(id, (one) => {
      if (one.isPaused) trial.resume(one.id);
    }),
  );
  const stop = change('stopped', ['running', 'paused'], 'stopped', (id) => eachActive(id, trial.giveUp));
  const cancel = change('cancelled', ['running', 'paused', 'stopped'], 'cancelled', (id) =>
    eachActive(id, (one) => {
      trial.giveUp(one);
      if (one.state === 'running' && one.runId !== null) run.requestStop(one.runId);
    }),
  );

  return {
    trial,
    objective: objectiveOf(db),
    /** `dataDir` comes from command lines only, never from a browser. */
    create: (request: SweepRequest, dataDir: string | null = null): Sweep => {
      const { lastInsertRowid } = insert.run(request.name, JSON.stringify(request), dataDir, Date.now());
      return get(Number(lastInsertRowid));
    },
    get,
    getSummary: (id: SweepId): SweepSummary => summarise(get(id)),
    /** Newest first. */
    list: (): SweepSummary[] => all.all().map(parseSweepRow).map(summarise),
    /** Those that a scheduler has anything to do for, the oldest first. */
    listActive: (): Sweep[] => active.all().map(parseSweepRow),
    /** Its trials save checkpoints and rest. */
    pause: (id: SweepId): void => pause.immediate(id),
    resume: (id: SweepId): void => resume.immediate(id),
    /** No new trials; those that train go on to their end. */
    stop: (id: SweepId): void => stop.immediate(id),
    /** No new trials, and those that train are stopped too. */
    cancel: (id: SweepId): void => cancel.immediate(id),
    /** Nothing is left to propose or to train. */
    complete: (id: SweepId): void => void setStatus.run('completed', Date.now(), id),
  };
}

function parseSweepRow(row: SweepRow): Sweep {
  return {
    id: Number(row.id),
    name: String(row.name),
    status: row.status as SweepStatus,
    request: SweepRequest.parse(JSON.parse(String(row.request))),
    createdAt: Number(row.created_at),
    startedAt: row.started_at as number | null,
    endedAt: row.ended_at as number | null,
  };
}
