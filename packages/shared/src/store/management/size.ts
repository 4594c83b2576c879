import type { Database } from 'better-sqlite3';
import type { Run, RunId } from '../../domain/run.ts';

/** Measured with dbstat over a run of 100,000 steps with 8 metrics: the table, its sums and its indices. */
const bytesAPoint = 26;
const bytesAStep = 46;
/** Its own row, with the config, and what announced it. */
const bytesARun = 2000;

/** About how many bytes a run takes, in the store and in checkpoint files; counts no rows of metrics. */
export function sizeOf(db: Database) {
  const points = db
    .prepare<[RunId], number>('SELECT coalesce(sum(n + non_finite), 0) FROM series WHERE run_id = ?')
    .pluck();
  const others = db
    .prepare<[RunId, RunId, RunId, RunId], number>(
      `SELECT (SELECT coalesce(sum(length(png) + 100), 0) FROM sample_grid WHERE run_id = ?)
        + (SELECT coalesce(sum(bytes), 0) FROM checkpoint WHERE run_id = ?)
        + (SELECT coalesce(sum(length(message) + 60), 0) FROM log WHERE run_id = ?)
        + (SELECT coalesce(sum(length(detail) + coalesce(length(neighbours), 0) + 100), 0) FROM evaluation WHERE run_id = ?)`,
    )
    .pluck();
  return ({ id, lastStep }: Pick<Run, 'id' | 'lastStep'>): number =>
    bytesARun + (points.get(id) ?? 0) * bytesAPoint + lastStep * bytesAStep + (others.get(id, id, id, id) ?? 0);
}
