import { randomInt } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { NotFoundError } from '../../domain/errors.ts';
import { kindOf, type MetricPoint, type NonFinite } from '../../domain/metric.ts';
import type { RunId } from '../../domain/run.ts';
import { fileGuard } from '../file/file-guard.ts';
import { walShortener } from '../file/wal.ts';
import type { Fold } from './fold.ts';
import { insertMany } from './many-rows.ts';
import { pyramidWriter } from './pyramid.ts';

/** All metrics of one step, as they are logged. */
export interface StepMetrics {
  step: number;
  values: Record<string, number>;
  /** When it was logged, in ms since the epoch; now when absent. */
  at?: number | undefined;
}

/** What a writer remembers of a run, good for as long as nobody else writes metrics of it. */
interface Written {
  /** What the run's `metric_writes` was set to by our last commit. */
  mark: number;
  series: Map<string, number>;
}

/** A trainer writes one, an import one after the other. */
const runsInMemory = 100;

export function metricStore(db: Database, fold: Fold) {
  const intern = db.prepare<[RunId, string]>('INSERT INTO series (run_id, name) VALUES (?, ?)');
  const seriesOf = db.prepare<[RunId], { id: number; name: string }>('SELECT id, name FROM series WHERE run_id = ?');
  const stored = db.prepare<[number, number], { value: number | null; kind: NonFinite | null }>(
    'SELECT value, kind FROM metric WHERE series_id = ? AND step = ?',
  );
  const insert = insertMany(db, 'INSERT INTO metric (series_id, step, value, kind)', 4);
  const replace = db.prepare<[number, number, number | null, NonFinite | null]>(
    'INSERT OR REPLACE INTO metric (series_id, step, value, kind) VALUES (?, ?, ?, ?)',
  );
  const announce = insertMany(db, 'INSERT INTO change (run_id, kind, first_step, last_step, at)', 5);
  const advance = db.prepare<[number, number, number, RunId, number]>(
    `UPDATE run SET last_step = max(last_step, ?), heartbeat_at = ?, metric_writes = ?
     WHERE id = ? AND metric_writes = ?`,
  );
  const writes = db.prepare<[RunId], number>('SELECT metric_writes FROM run WHERE id = ?').pluck();
  const since = db.prepare<[number, number], MetricPoint>(
    `SELECT change.run_id AS runId, series.name, metric.step, metric.value, metric.kind, change.at
     FROM change JOIN series ON series.run_id = change.run_id
       JOIN metric ON metric.series_id = series.id AND metric.step BETWEEN change.first_step AND change.last_step
     WHERE change.seq > ? AND change.seq <= ? AND change.kind = 'metrics' ORDER BY change.seq`,
  );
  const pyramid = pyramidWriter(db, fold);
  const known = new Map<RunId, Written>();
  // No other connection counts from here, so that a number of ours is never one of theirs.
  let mark = randomInt(2 ** 47);

  const forget = (runId: RunId): void => {
    pyramid.forget(known.get(runId)?.series.values() ?? []);
    known.delete(runId);
  };
  /** Claims the run's metrics for this transaction: what is remembered is true, or is read anew. */
  const take = (runId: RunId, lastStep: number, at: number): Written => {
    const remembered = known.get(runId);
    mark++;
    if (remembered && advance.run(lastStep, at, mark, runId, remembered.mark).changes > 0) {
      remembered.mark = mark;
      return remembered;
    }
    forget(runId);
    const found = writes.get(runId);
    if (found === undefined) throw new NotFoundError(`there is no run ${runId}`);
    advance.run(lastStep, at, mark, runId, found);
    const series = new Map(seriesOf.all(runId).map(({ id, name }) => [name, id]));
    pyramid.forget(series.values());
    const written = { mark, series };
    for (const oldest of known.keys()) if (known.size >= runsInMemory) forget(oldest);
    known.set(runId, written);
    return written;
  };
  const seriesId = (runId: RunId, { series }: Written, name: string): number => {
    const id = series.get(name);
    if (id !== undefined) return id;
    const interned = Number(intern.run(runId, name).lastInsertRowid);
    series.set(name, interned);
    pyramid.forget([interned]); // the number may have been that of a series since purged
    return interned;
  };
  /** Writes a point over an older one, or between older ones; says whether that changed anything. */
  const putLate = (id: number, step: number, value: number | null, kind: NonFinite | null): boolean => {
    const old = stored.get(id, step);
    if (old && old.value === value && old.kind === kind) return false;
    replace.run(id, step, value, kind);
    return true;
  };
  const put = (id: number, points: readonly (readonly [step: number, value: number])[]): void => {
    const late: number[] = [];
    const rows: (number | NonFinite | null)[] = [];
    for (const [step, given] of points) {
      const value = Number.isFinite(given) ? given : null;
      const newest = pyramid.newestOf(id);
      if (newest === undefined || step > newest) {
        rows.push(id, step, value, kindOf(given));
        pyramid.add(id, step, value);
      } else {
        insert(rows.splice(0));
        if (putLate(id, step, value, kindOf(given))) late.push(step);
      }
    }
    insert(rows);
    if (late.length > 0) pyramid.repair(id, late);
  };
  const commit = db.transaction((runId: RunId, steps: readonly StepMetrics[]) => {
    const now = Date.now();
    const written = take(
      runId,
      steps.reduce((last, { step }) => Math.max(last, step), 0),
      now,
    );
    const series = new Map<number, [step: number, value: number][]>();
    for (const { step, values } of steps) {
      for (const [name, value] of Object.entries(values)) {
        const id = seriesId(runId, written, name);
        const points = series.get(id);
        if (points) points.push([step, value]);
        else series.set(id, [[step, value]]);
      }
    }
    for (const [id, points] of series) put(id, points);
    announce(steps.flatMap(({ step, at = now }) => [runId, 'metrics', step, step, at]));
    pyramid.writeTotals();
  });
  const [refuseGone, shortenWal] = [fileGuard(db), walShortener(db)];
  const append = (runId: RunId, steps: readonly StepMetrics[]): void => {
    refuseGone();
    try {
      commit.immediate(runId, steps);
    } catch (error) {
      forget(runId);
      throw error;
    }
    shortenWal();
  };

  return {
    /** Commits one step's metrics as one transaction: a reader sees all of them or none. A repeated step replaces. */
    append: (runId: RunId, step: number, values: Record<string, number>): void => append(runId, [{ step, values }]),
    /** The same for many steps in one transaction, as imports have them. */
    appendMany: (runId: RunId, steps: readonly StepMetrics[]): void => {
      if (steps.length > 0) append(runId, steps);
    },
    /** Points of all runs that were committed after the change `after`, up to and with the change `upTo`. */
    listSince: (after: number, upTo: number): MetricPoint[] => since.all(after, upTo),
  };
}
