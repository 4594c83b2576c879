import type { Database } from 'better-sqlite3';
import type { RunId } from '../domain/run.ts';

export interface CheckpointRecord {
  runId: RunId;
  step: number;
  bytes: number;
  /** Of the whole file, in hexadecimal. */
  sha256: string;
}

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
  return {
    add: (record: CheckpointRecord) => void upsert.run({ ...record, now: Date.now() }),
    /** Newest first. */
    list: (runId: RunId) => ofRun.all(runId),
    remove: (runId: RunId, step: number) => void drop.run(runId, step),
  };
}
