import type { Database } from 'better-sqlite3';
import type { LogLevel, LogLine } from '../domain/log.ts';
import type { RunId } from '../domain/run.ts';

export function logStore(db: Database) {
  const insert = db.prepare<[RunId, number, LogLevel, string]>(
    'INSERT INTO log (run_id, at, level, message) VALUES (?, ?, ?, ?)',
  );
  const after = db.prepare<[RunId, number, number], LogLine>(
    `SELECT seq, run_id AS runId, at, level, message FROM
       (SELECT * FROM log WHERE run_id = ? AND seq > ? ORDER BY seq DESC LIMIT ?) ORDER BY seq`,
  );
  return {
    add: (runId: RunId, level: LogLevel, message: string, at = Date.now()) =>
      void insert.run(runId, at, level, message),
    /** The last `limit` lines after the line `seq`, oldest first. */
    list: (runId: RunId, seq = 0, limit = 1000) => after.all(runId, seq, limit),
  };
}
