import type { Database } from 'better-sqlite3';
import type { Severity } from '../domain/alert.ts';
import type { Run, RunId, RunSummary } from '../domain/run.ts';

/** Adds to a run the figures that lists show. */
export function summariseWith(db: Database) {
  const lastValue = db
    .prepare<[RunId, string, number], number | null>(
      'SELECT value FROM metric JOIN series ON series.id = series_id WHERE run_id = ? AND name = ? AND step = ?',
    )
    .pluck();
  const meanOfLast = db
    .prepare<[RunId, string, number], number | null>(
      'SELECT avg(value) FROM metric JOIN series ON series.id = series_id WHERE run_id = ? AND name = ? AND step > ?',
    )
    .pluck();
  const newestGrid = db.prepare<[RunId], { id: number; step: number }>(
    'SELECT id, step FROM sample_grid WHERE run_id = ? ORDER BY step DESC LIMIT 1',
  );
  const alerts = db.prepare<[RunId], Record<Severity, number>>(
    `SELECT count(*) FILTER (WHERE severity = 'warning') AS warning, count(*) FILTER (WHERE severity = 'error') AS error
     FROM alert WHERE run_id = ? AND ended_step IS NULL`,
  );
  return (run: Run): RunSummary => {
    const stepMs = meanOfLast.get(run.id, 'stepMs', run.lastStep - 20);
    return {
      ...run,
      stepsPerSecond: stepMs ? 1000 / stepMs : null,
      criticEstimate: lastValue.get(run.id, 'criticEstimate', run.lastStep) ?? null,
      newestGrid: newestGrid.get(run.id) ?? null,
      alerts: alerts.get(run.id) as Record<Severity, number>,
    };
  };
}
