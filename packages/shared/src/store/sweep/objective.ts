import type { Database } from 'better-sqlite3';
import type { RunId } from '../../domain/run.ts';
import type { Objective } from '../../domain/sweep/objective.ts';

interface Report {
  step: number;
  /** Null where it was not a finite number. */
  value: number | null;
}

/** What a run has reached of a sweep's objective. Values that are not finite count for nothing. */
export function objectiveOf(db: Database) {
  const all = 'FROM metric JOIN series ON series.id = series_id WHERE run_id = ? AND name = ?';
  const from = `${all} AND value IS NOT NULL`;
  const newest = db.prepare<[RunId, string, number], number>(`SELECT value ${from} ORDER BY step DESC LIMIT ?`).pluck();
  const least = db.prepare<[RunId, string], number | null>(`SELECT min(value) ${from}`).pluck();
  const most = db.prepare<[RunId, string], number | null>(`SELECT max(value) ${from}`).pluck();
  const reports = db.prepare<[RunId, string, number], Report>(`SELECT step, value ${all} AND step > ? ORDER BY step`);
  return {
    /** Null as long as there is none. */
    find: (runId: RunId, { metric, summary, count, direction }: Objective): number | null => {
      if (summary === 'best') return (direction === 'minimise' ? least : most).get(runId, metric) ?? null;
      const values = newest.all(runId, metric, summary === 'last' ? 1 : count);
      return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
    },
    /** All that it reported after a step, in step order. */
    listReports: (runId: RunId, metric: string, after = -1): Report[] => reports.all(runId, metric, after),
  };
}
