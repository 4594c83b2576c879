import type { Database } from 'better-sqlite3';
import { type MetricPoint, metricDescriptions, type NonFinite, type Series } from '../domain/metric.ts';
import type { RunId } from '../domain/run.ts';

export interface Window {
  /** First and last step wanted; the whole run when absent. */
  from?: number | undefined;
  to?: number | undefined;
  /** Pixels to fill: beyond twice as many steps, they come summed up in about that many buckets. */
  width: number;
}

interface BucketRow {
  step: number;
  value: number | null;
  low: number | null;
  high: number | null;
}

export function metricStore(db: Database) {
  const intern = db.prepare<[RunId, string]>('INSERT OR IGNORE INTO series (run_id, name) VALUES (?, ?)');
  const seriesId = db.prepare<[RunId, string], number>('SELECT id FROM series WHERE run_id = ? AND name = ?').pluck();
  const allSeries = db.prepare<[RunId], { id: number; name: string }>('SELECT id, name FROM series WHERE run_id = ?');
  const upsert = db.prepare<[number, number, number | null, NonFinite | null]>(
    `INSERT INTO metric (series_id, step, value, kind) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET value = excluded.value, kind = excluded.kind`,
  );
  const announce = db.prepare<[RunId, number, number, number]>(
    "INSERT INTO change (run_id, kind, first_step, last_step, at) VALUES (?, 'metrics', ?, ?, ?)",
  );
  const advance = db.prepare<[number, number, RunId]>(
    'UPDATE run SET last_step = max(last_step, ?), heartbeat_at = ? WHERE id = ?',
  );
  const firstStep = db
    .prepare<[number, number, number], number | null>(
      'SELECT min(step) FROM metric WHERE series_id = ? AND step BETWEEN ? AND ?',
    )
    .pluck();
  const lastStep = db
    .prepare<[number, number, number], number | null>(
      'SELECT max(step) FROM metric WHERE series_id = ? AND step BETWEEN ? AND ?',
    )
    .pluck();
  const countUpTo = db
    .prepare<[number, number, number, number], number>(
      'SELECT count(*) FROM (SELECT 1 FROM metric WHERE series_id = ? AND step BETWEEN ? AND ? LIMIT ?)',
    )
    .pluck();
  const exact = db.prepare<[number, number, number], BucketRow>(
    'SELECT step, value, value AS low, value AS high FROM metric WHERE series_id = ? AND step BETWEEN ? AND ? ORDER BY step',
  );
  const bucket = db.prepare<[number, number, number], BucketRow>(
    `SELECT max(step) AS step, avg(value) AS value, min(value) AS low, max(value) AS high FROM metric
     WHERE series_id = ? AND step BETWEEN ? AND ? HAVING max(step) IS NOT NULL`,
  );
  const nonFinite = db.prepare<[number, number, number], { step: number; kind: NonFinite }>(
    'SELECT step, kind FROM metric INDEXED BY metric_not_finite WHERE series_id = ? AND step BETWEEN ? AND ? AND value IS NULL ORDER BY step LIMIT 1000',
  );
  const since = db.prepare<[number, number], MetricPoint>(
    `SELECT change.run_id AS runId, series.name, metric.step, metric.value, metric.kind
     FROM change JOIN series ON series.run_id = change.run_id
       JOIN metric ON metric.series_id = series.id AND metric.step BETWEEN change.first_step AND change.last_step
     WHERE change.seq > ? AND change.seq <= ? AND change.kind = 'metrics' ORDER BY change.seq`,
  );
  const known = new Map<string, number>();

  /** Outside the step's transaction, so that a rollback cannot leave an id here that the file does not have. */
  const internSeries = (runId: RunId, name: string): number => {
    const key = `${runId} ${name}`;
    const id = known.get(key);
    if (id !== undefined) return id;
    intern.run(runId, name);
    const interned = seriesId.get(runId, name) as number;
    known.set(key, interned);
    return interned;
  };
  const commit = db.transaction((runId: RunId, step: number, points: { id: number; value: number }[]) => {
    const now = Date.now();
    for (const { id, value } of points) upsert.run(id, step, Number.isFinite(value) ? value : null, kindOf(value));
    announce.run(runId, step, step, now);
    advance.run(step, now, runId);
  });
  /** A query a bucket: the rows are read in order, where grouping them all in one query would sort them first. */
  const readBuckets = (id: number, from: number, to: number, bucketSteps: number): BucketRow[] => {
    const rows: BucketRow[] = [];
    for (let step = from; step <= to; step += bucketSteps) {
      const row = bucket.get(id, step, Math.min(to, step + bucketSteps - 1));
      if (row) rows.push(row);
    }
    return rows;
  };
  const readSeries = (id: number, name: string, { from = 0, to = Number.MAX_SAFE_INTEGER, width }: Window): Series => {
    const [first, last] = [firstStep.get(id, from, to) ?? 0, lastStep.get(id, from, to) ?? 0];
    const isFew = (countUpTo.get(id, from, to, 2 * width + 1) ?? 0) <= 2 * width;
    const bucketSteps = isFew ? 1 : Math.ceil((last - first + 1) / width);
    const rows = isFew ? exact.all(id, first, last) : readBuckets(id, first, last, bucketSteps);
    return {
      name,
      bucketSteps,
      steps: rows.map((row) => row.step),
      values: rows.map((row) => row.value),
      lows: rows.map((row) => row.low),
      highs: rows.map((row) => row.high),
      nonFinite: nonFinite.all(id, first, last),
    };
  };

  return {
    /** Commits one step's metrics as one transaction: a reader sees all of them or none. A repeated step replaces. */
    append: (runId: RunId, step: number, values: Record<string, number>): void => {
      const points = Object.entries(values).map(([name, value]) => ({ id: internSeries(runId, name), value }));
      commit.immediate(runId, step, points);
    },
    /** Every metric of the run over a window, in the order of `metricDescriptions`, each read when it is asked for. */
    *series(runId: RunId, window: Window): Generator<Series> {
      const named = allSeries.all(runId).sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name));
      for (const { id, name } of named) yield readSeries(id, name, window);
    },
    /** Points of all runs that were committed after the change `after`, up to and with the change `upTo`. */
    listSince: (after: number, upTo: number): MetricPoint[] => since.all(after, upTo),
  };
}

function rank(name: string): number {
  const index = metricDescriptions.findIndex((description) => description.name === name);
  return index < 0 ? metricDescriptions.length : index;
}

function kindOf(value: number): NonFinite | null {
  if (Number.isNaN(value)) return 'nan';
  if (Number.isFinite(value)) return null;
  return value > 0 ? 'inf' : '-inf';
}
