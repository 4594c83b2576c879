import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { EngineReport } from '../domain/engine.ts';
import { ConflictError, NotFoundError } from '../domain/errors.ts';
import type { Run, RunId, RunRequest, RunStatus } from '../domain/run.ts';
import { explainDivergence, hasDiverged } from '../domain/run-status.ts';
import { parseRun, type Row, runColumns } from './run-row.ts';
import { summariseWith } from './run-summary.ts';
import { nextInTurn } from './sweep/turn.ts';
import type { TrainerProcess } from './trainer-process.ts';

export interface ClaimedRun {
  run: Run;
  claimedBy: string | null;
  process: TrainerProcess | null;
  heartbeatAt: number | null;
  stopRequestedAt: number | null;
}

/** What a clone takes over beside its config. */
interface Parent {
  runId: RunId;
  step: number;
  engine: EngineReport | null;
}

export function runStore(db: Database) {
  const byId = db.prepare<[RunId], Row>(`SELECT ${runColumns} FROM run WHERE id = ?`);
  const insert = db.prepare<[Row]>(
    `INSERT INTO run (uid, name, experiment, notes, preset, config, data_dir, requested_engine, engine, status,
       created_at, last_step, parent_run_id, parent_step, place)
     VALUES (@uid, @name, @experiment, @notes, @preset, @config, @dataDir, @engine, @report, 'queued', @now, @lastStep,
       @parentId, @parentStep, @place)`,
  );
  const insertTag = db.prepare<[number, string]>('INSERT OR IGNORE INTO tag (run_id, name) VALUES (?, ?)');
  const visible = db.prepare<[], Row>(`SELECT ${runColumns} FROM run WHERE removed_at IS NULL ORDER BY id DESC`);
  const active = db.prepare<[], Row>(
    `SELECT ${runColumns} FROM run WHERE status = 'running' AND place IS NULL ORDER BY id`,
  );
  const claimed = `UPDATE run SET status = 'running', claimed_by = @holder, started_at = coalesce(started_at, @now),
    ended_at = NULL, reason = NULL, stop_requested_at = NULL, heartbeat_at = @now, host = NULL, pid = NULL, process_started_at = NULL`;
  const claimNext = db.prepare<[Row], RunId>(`${claimed} WHERE id = (${nextInTurn}) RETURNING id`).pluck();
  const claimOne = db.prepare<[Row]>(`${claimed} WHERE id = @id AND status <> 'running' AND removed_at IS NULL`);
  const adopt = db.prepare(
    "UPDATE run SET claimed_by = ? WHERE status = 'running' AND claimed_by LIKE 'scheduler %' AND claimed_by <> ?",
  );
  const setProcess = db.prepare(
    "UPDATE run SET host = ?, pid = ?, process_started_at = ?, heartbeat_at = ? WHERE id = ? AND status = 'running' AND pid IS NULL",
  );
  const setHeartbeat = db.prepare('UPDATE run SET heartbeat_at = ? WHERE id = ?');
  const setEngine = db.prepare('UPDATE run SET engine = ? WHERE id = ?');
  const setSteps = db.prepare("UPDATE run SET config = json_set(config, '$.steps', cast(? AS INTEGER)) WHERE id = ?");
  const setEnd = db.prepare(
    "UPDATE run SET status = ?, reason = ?, ended_at = ?, stop_requested_at = NULL WHERE id = ? AND status = 'running'",
  );
  const stopQueued = db.prepare(
    "UPDATE run SET status = 'stopped', reason = 'stopped before it started', ended_at = ? WHERE id = ? AND status = 'queued'",
  );
  const askToStop = db.prepare(
    "UPDATE run SET stop_requested_at = coalesce(stop_requested_at, ?) WHERE id = ? AND status = 'running'",
  );
  const requeue = db.prepare(
    "UPDATE run SET status = 'queued', reason = NULL, ended_at = NULL, job = NULL WHERE id = ? AND status IN ('stopped', 'failed') AND removed_at IS NULL",
  );
  const setRemoved = db.prepare("UPDATE run SET removed_at = ? WHERE id = ? AND status <> 'running'");
  const unsetRemoved = db.prepare('UPDATE run SET removed_at = NULL WHERE id = ? AND purge_bytes IS NULL');
  const count = db.prepare<[], number>('SELECT count(*) FROM run').pluck();

  const summarise = summariseWith(db);
  const find = (id: RunId): Run | undefined => {
    const row = byId.get(id);
    return row && parseRun(row);
  };
  const get = (id: RunId): Run => {
    const run = find(id);
    if (!run) throw new NotFoundError(`there is no run ${id}`);
    return run;
  };
  const refuse = (id: RunId, verb: string): never => {
    const { status } = get(id);
    throw new ConflictError(`run ${id} is ${status} and cannot be ${verb}`);
  };
  const queue = db.transaction((request: RunRequest, dataDir: string | null, parent?: Parent): Run => {
    const { lastInsertRowid } = insert.run({
      uid: randomBytes(16).toString('hex'),
      name: request.name ?? `${request.preset} · seed ${request.config.seed}`,
      experiment: request.experiment ?? 'default',
      notes: request.notes ?? '',
      preset: request.preset,
      config: JSON.stringify(request.config),
      dataDir,
      engine: request.engine,
      report: parent?.engine ? JSON.stringify(parent.engine) : null,
      lastStep: parent?.step ?? 0,
      parentId: parent?.runId ?? null,
      parentStep: parent?.step ?? null,
      place: request.place ? JSON.stringify(request.place) : null,
      now: Date.now(),
    });
    const id = Number(lastInsertRowid);
    for (const tag of request.tags ?? []) insertTag.run(id, tag);
    return get(id);
  });
  const take = (id: RunId, holder: string): Run => {
    const { changes } = claimOne.run({ holder, now: Date.now(), id });
    return changes > 0 ? get(id) : refuse(id, 'taken');
  };
  const begin = db.transaction((request: RunRequest, holder: string, dataDir: string | null) =>
    take(queue(request, dataDir).id, holder),
  );

  return {
    get,
    find,
    /** Undefined once it has been purged. */
    findSummary: (id: RunId) => {
      const run = find(id);
      return run && summarise(run);
    },
    getSummary: (id: RunId) => summarise(get(id)),
    /** Newest first, without those in the trash. */
    listSummaries: () => visible.all().map(parseRun).map(summarise),
    count: () => count.get() ?? 0,
    /** A new run that waits for a scheduler. `dataDir` comes from command lines only, never from a browser. For clones see `store.clone`. */
    queue: (request: RunRequest, dataDir: string | null = null, parent?: Parent): Run =>
      queue.immediate(request, dataDir, parent),
    /** Queues and takes in one go, so that no scheduler comes between. */
    begin: (request: RunRequest, holder: string, dataDir: string | null): Run =>
      begin.immediate(request, holder, dataDir),
    /** Takes the queued run whose turn it is for `holder`; of several schedulers exactly one gets it. */
    claim: (holder: string) => {
      const id = claimNext.get({ holder, now: Date.now() });
      return id === undefined ? undefined : get(id);
    },
    /** Takes this very run, whatever its status but running; ConflictError when someone else trains it. */
    take,
    /** All that are running on this machine, with who runs them. */
    listClaimed: (): ClaimedRun[] =>
      active.all().map((row) => ({
        run: parseRun(row),
        claimedBy: row.claimed_by as string | null,
        process:
          row.pid === null
            ? null
            : { host: String(row.host), pid: Number(row.pid), startedAt: String(row.process_started_at) },
        heartbeatAt: row.heartbeat_at as number | null,
        stopRequestedAt: row.stop_requested_at as number | null,
      })),
    /** Makes the runs of a scheduler that is gone those of `holder`; their trainers have outlived it. */
    adopt: (holder: string) => void adopt.run(holder, holder),
    /** Once a claim: a second process that would train the run too gets a ConflictError. */
    setProcess: (id: RunId, process: TrainerProcess): void => {
      const { changes } = setProcess.run(process.host, process.pid, process.startedAt, Date.now(), id);
      if (changes === 0) throw new ConflictError(`run ${id} is not waiting for a trainer: another process has it`);
    },
    beat: (id: RunId) => void setHeartbeat.run(Date.now(), id),
    setEngine: (id: RunId, engine: EngineReport) => void setEngine.run(JSON.stringify(engine), id),
    /** Moves the end of a run further away. */
    extend: (id: RunId, steps: number) => void setSteps.run(steps, id),
    /** Ends a running run; says whether it was still running. */
    end: (id: RunId, status: RunStatus, reason: string | null) =>
      setEnd.run(status, reason, Date.now(), id).changes > 0,
    /** A queued run stops at once; a running one is asked to, and its scheduler sees to it. */
    requestStop: (id: RunId) => {
      const changed = stopQueued.run(Date.now(), id).changes + askToStop.run(Date.now(), id).changes;
      if (changed === 0) refuse(id, 'stopped');
    },
    /** One that waits or rests is stopped for good. */
    stopWaiting: (id: RunId) => void stopQueued.run(Date.now(), id),
    /** Queues a stopped or failed run again; it goes on from its newest checkpoint. Not one that diverged. */
    requeue: (id: RunId) => {
      const run = get(id);
      if (hasDiverged(run)) throw new ConflictError(`${explainDivergence(run)}; clone it with other settings`);
      if (run.place?.kind === 'offline') {
        throw new ConflictError(`run ${id} was trained offline on ${run.place.host}; resume it there`);
      }
      if (requeue.run(id).changes === 0) refuse(id, 'resumed');
    },
    /** Into the trash, from where `restore` brings it back. */
    remove: (id: RunId) => {
      if (get(id).removedAt !== null) return;
      stopQueued.run(Date.now(), id);
      if (setRemoved.run(Date.now(), id).changes === 0) refuse(id, 'removed; stop it first');
    },
    restore: (id: RunId) => {
      if (unsetRemoved.run(id).changes > 0) return;
      const { name } = get(id);
      throw new ConflictError(
        `run ${id} “${name}” is being deleted for good and is no longer whole, so it cannot come back`,
      );
    },
  };
}
