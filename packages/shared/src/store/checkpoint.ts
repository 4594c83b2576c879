import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { RunId } from '../domain/run.ts';

export interface CheckpointRecord {
  runId: RunId;
  step: number;
  bytes: number;
  /** Of the whole file, in hexadecimal. */
  sha256: string;
}

/** The newest so many, and those at multiples of `every` steps (0 for none). */
export interface Kept {
  newest: number;
  every: number;
}

/** A store, by its file. */
interface Place {
  file: string;
}

export const checkpointsFolder = ({ file }: Place) => `${file}-checkpoints`;

/** `duality.db-checkpoints/run-1` beside `duality.db`: made of ids alone. */
export const checkpointFolder = (store: Place, runId: RunId) => join(checkpointsFolder(store), `run-${runId}`);

export const checkpointFile = (store: Place, runId: RunId, step: number) =>
  join(checkpointFolder(store, runId), `step-${step}.safetensors`);

/** What checkpoints there are; their bytes lie in files beside the store. */
export function checkpointStore(db: Database) {
  const upsert = db.prepare<[CheckpointRecord & { now: number }]>(
    `INSERT INTO checkpoint (run_id, step, bytes, sha256, created_at) VALUES (@runId, @step, @bytes, @sha256, @now)
     ON CONFLICT DO UPDATE SET bytes = excluded.bytes, sha256 = excluded.sha256, created_at = excluded.created_at`,
  );
  const ofRun = db.prepare<[RunId], CheckpointRecord>(
    'SELECT run_id AS runId, step, bytes, sha256 FROM checkpoint WHERE run_id = ? ORDER BY step DESC',
  );
  const drop = db.prepare<[RunId, number]>('DELETE FROM checkpoint WHERE run_id = ? AND step = ?');
  const awaited = db
    .prepare<[RunId], number>(
      `SELECT parent_step FROM run AS clone WHERE parent_run_id = ?
       AND NOT EXISTS (SELECT 1 FROM checkpoint WHERE checkpoint.run_id = clone.id)`,
    )
    .pluck();
  const forget = db.transaction((runId: RunId, steps: () => number[], removeFile: (step: number) => void) => {
    const needed = awaited.all(runId);
    for (const step of steps()) {
      if (needed.includes(step)) continue;
      removeFile(step); // first, so that no file is left which no row names
      drop.run(runId, step);
    }
  });
  const listOld = (runId: RunId, { newest, every }: Kept): number[] =>
    ofRun
      .all(runId)
      .slice(newest)
      .flatMap(({ step }) => (every > 0 && step % every === 0 ? [] : [step]));
  return {
    add: (record: CheckpointRecord, now = Date.now()) => void upsert.run({ ...record, now }),
    /** Newest first. */
    list: (runId: RunId) => ofRun.all(runId),
    /**
     * Forgets all but those that `kept` names and those from which a clone has yet to start. Nobody can clone a
     * checkpoint between the decision and the end of its file.
     */
    prune: (runId: RunId, kept: Kept, removeFile: (step: number) => void) =>
      void forget.immediate(runId, () => listOld(runId, kept), removeFile),
    /** Forgets these, but for those from which a clone has yet to start. */
    forget: (runId: RunId, steps: readonly number[], removeFile: (step: number) => void) =>
      void forget.immediate(runId, () => [...steps], removeFile),
  };
}
