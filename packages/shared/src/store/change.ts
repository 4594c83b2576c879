import type { Database } from 'better-sqlite3';

/** `firstStep` and `lastStep` are steps for metrics and grids, and the line's seq for logs. A purged run is no more. */
export interface Change {
  seq: number;
  runId: number;
  kind: 'run' | 'metrics' | 'grid' | 'log' | 'purged';
  firstStep: number;
  lastStep: number;
}

export function changeStore(db: Database) {
  const newest = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM change').pluck();
  const since = db.prepare<[number, number], Change>(
    `SELECT seq, run_id AS runId, kind, first_step AS firstStep, last_step AS lastStep
     FROM change WHERE seq > ? ORDER BY seq LIMIT ?`,
  );
  return {
    newest: () => newest.get() ?? 0,
    listSince: (seq: number, limit: number) => since.all(seq, limit),
    /** A number that moves whenever another connection has committed; far cheaper than a query. */
    version: () => db.pragma('data_version', { simple: true }) as number,
  };
}
