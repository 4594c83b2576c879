import type { Database } from 'better-sqlite3';
import { Job, Place, type SlurmPlace } from '../domain/place.ts';
import type { Run, RunId } from '../domain/run.ts';
import type { logStore } from './log.ts';
import { parseRun, type Row, runColumns } from './run-row.ts';

/** A run that is trained elsewhere, and what is wanted of it. */
export interface RunElsewhere {
  run: Run & { place: SlurmPlace };
  claimedBy: string | null;
  stopRequestedAt: number | null;
  /** Null for a single run. */
  sweepId: number | null;
  /** It, or its sweep, is to rest. */
  isPaused: boolean;
}

/** What a worker wrote last may be visible so much later. */
const lateMs = 600_000;

/** Runs that are trained elsewhere: whose turn it is there decides that place. */
export function jobStore(db: Database, log: ReturnType<typeof logStore>) {
  const active = db.prepare<[], Row>(
    `SELECT ${runColumns}, trial.sweep_id AS sweep_id, trial.is_paused OR sweep.status = 'paused' AS is_paused FROM run
     LEFT JOIN trial ON trial.run_id = run.id LEFT JOIN sweep ON sweep.id = trial.sweep_id
     WHERE json_extract(run.place, '$.kind') = 'slurm' AND run.status IN ('queued', 'running') ORDER BY run.id`,
  );
  const unsettled = db.prepare<[], Row>(
    `SELECT ${runColumns} FROM run WHERE status NOT IN ('queued', 'running')
     AND json_extract(run.place, '$.kind') = 'slurm' AND json_extract(job, '$.isOver') = 0 ORDER BY id`,
  );
  const placed = db.prepare<[], { id: RunId; uid: string }>('SELECT id, uid FROM run WHERE place IS NOT NULL');
  const leaving = db.prepare<[], { id: RunId; uid: string }>(
    `SELECT id, uid FROM run WHERE status = 'running' AND stop_requested_at IS NOT NULL
       AND json_extract(place, '$.kind') = 'offline'`,
  );
  const arriving = db.prepare<[number], { id: RunId; uid: string }>(
    `SELECT id, uid FROM run WHERE place IS NOT NULL
       AND (status IN ('queued', 'running') OR ended_at IS NULL OR ended_at > ?) ORDER BY id`,
  );
  const set = db.prepare('UPDATE run SET job = ? WHERE id = ? AND job IS NOT ?');
  const setPlace = db.prepare('UPDATE run SET place = ? WHERE id = ?');
  const begin = db.prepare(
    `UPDATE run SET status = 'running', started_at = coalesce(started_at, @at), ended_at = NULL, reason = NULL,
       host = @host, heartbeat_at = @at WHERE id = @id AND removed_at IS NULL`,
  );
  const wait = db.prepare("UPDATE run SET status = 'queued' WHERE id = ? AND status = 'running'");
  const end = db.prepare(
    `UPDATE run SET status = @status, reason = @reason, ended_at = @at, stop_requested_at = NULL
     WHERE id = @id AND NOT (status = @status AND reason IS @reason)`,
  );
  return {
    /** Queued or running on a cluster, the oldest first. */
    listActive: (): RunElsewhere[] =>
      active.all().map((row) => ({
        run: parseRun(row) as RunElsewhere['run'],
        claimedBy: row.claimed_by as string | null,
        stopRequestedAt: row.stop_requested_at as number | null,
        sweepId: row.sweep_id as number | null,
        isPaused: row.is_paused === 1,
      })),
    /** Those that have ended and whose job, as far as is known, has not. */
    listUnsettled: (): Run[] => unsettled.all().map(parseRun),
    listPlaced: () => placed.all(),
    /** Those that are trained without a cluster, and that a person wants to end. */
    listLeaving: () => leaving.all(),
    /** Those of which there may be news: not ended, or lately. */
    listArriving: (now: number) => arriving.all(now - lateMs),
    /** What the cluster says of it; nothing changes when it said so before. */
    see: (id: RunId, job: Job | null): void => {
      const text = job && JSON.stringify(Job.parse(job));
      set.run(text, id, text);
    },
    setPlace: (id: RunId, place: Place): void => void setPlace.run(JSON.stringify(Place.parse(place)), id),
    /** A worker has it. */
    begin: (id: RunId, host: string, at: number): void => void begin.run({ id, host, at }),
    /** Its worker had to go, and another one goes on. */
    wait: (id: RunId): void => void wait.run(id),
    /** As its worker says; whatever was thought of it meanwhile. */
    end: (id: RunId, status: 'completed' | 'stopped' | 'failed', reason: string | null, at: number): void =>
      void end.run({ id, status, reason, at }),
    /** Nobody trains it any more, and it said nothing of that. */
    fail: (id: RunId, reason: string): void => {
      if (end.run({ id, status: 'failed', reason, at: Date.now() }).changes > 0) log.add(id, 'error', reason);
    },
  };
}
