import type { Database } from 'better-sqlite3';
import type { IsMetric } from '../../domain/filter/check-value.ts';

/** Whether some run has a metric of this name. */
export function knownMetrics(db: Database): IsMetric {
  const series = db.prepare<[string], number>('SELECT 1 FROM series WHERE name = ? LIMIT 1').pluck();
  return (name) => series.get(name) !== undefined;
}
