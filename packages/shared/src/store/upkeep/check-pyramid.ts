import Sqlite, { type Database } from 'better-sqlite3';
import { bucketColumns } from '../metric/bucket.ts';
import { foldOver, type Point } from '../metric/fold.ts';
import { pyramidWriter } from '../metric/pyramid.ts';
import type { OnProgress } from './progress.ts';

interface ComparedSeries {
  id: number;
  runId: number;
  name: string;
  /** Rows that are wrong, missing or too many. */
  differences: number;
}

/**
 * Builds each series' pyramid anew beside the store and compares it with the one that is kept. Leaves out runs that are
 * being deleted, slice by slice.
 */
export function* compareSeries(db: Database, onProgress: OnProgress): Generator<ComparedSeries> {
  const total = db.prepare<[], number>('SELECT count(*) FROM metric').pluck().get() ?? 0;
  const all = db
    .prepare<[], Omit<ComparedSeries, 'differences'>>(
      `SELECT id, run_id AS runId, name FROM series
       WHERE run_id NOT IN (SELECT id FROM run WHERE purge_bytes IS NOT NULL)`,
    )
    .all();
  const fold = foldOver(db);
  const scratch = openScratch(db);
  let done = 0;
  function* counted(points: Iterable<Point>): Generator<Point> {
    for (const point of points) {
      if (++done % 100_000 === 0) onProgress(done, total);
      yield point;
    }
  }
  try {
    for (const series of all) {
      scratch.build(series.id, counted(fold.eachPoint(series.id)));
      const rows = `SELECT level, bucket, ${bucketColumns} FROM pyramid WHERE series_id = ? ORDER BY level, bucket`;
      const sums = `SELECT closed_before, ${bucketColumns} FROM series WHERE id = ?`;
      const differences = [rows, sums].map((sql) =>
        countDifferences(...([db, scratch.db].map((of) => iterate(of, sql, series.id)) as [Rows, Rows])),
      );
      yield { ...series, differences: differences.reduce((a, b) => a + b) };
    }
  } finally {
    scratch.db.close();
  }
}

type Cells = (number | null)[];
type Rows = IterableIterator<Cells>;

const iterate = (db: Database, sql: string, id: number) => db.prepare(sql).raw().iterate(id) as Rows;

/** A database that SQLite keeps in memory while it is small and in a nameless file when it grows. */
function openScratch(db: Database) {
  const scratch = new Sqlite('');
  scratch.pragma('foreign_keys = OFF');
  const tables = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name IN ('series', 'metric', 'pyramid')";
  for (const sql of db.prepare<[], string>(tables).pluck().all()) scratch.exec(sql);
  const pyramid = pyramidWriter(scratch, foldOver(scratch));
  const addSeries = scratch.prepare("INSERT INTO series (id, run_id, name) VALUES (?, 0, '')");
  const build = scratch.transaction((id: number, points: Iterable<Point>) => {
    scratch.exec('DELETE FROM pyramid; DELETE FROM series');
    addSeries.run(id);
    pyramid.rebuild(id, points);
  });
  return { db: scratch, build };
}

/** Of two lists in the same order: how many rows are not in both, a changed one counting once. */
function countDifferences(kept: Rows, rebuilt: Rows): number {
  let count = 0;
  let [a, b] = [kept.next(), rebuilt.next()];
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : compareKeys(a.value, b.value);
    if (order !== 0 || !isSame(a.value, b.value)) count++;
    if (order <= 0) a = kept.next();
    if (order >= 0) b = rebuilt.next();
  }
  return count;
}

/** By level and bucket; of totals there is one row a series. */
const compareKeys = (a: Cells, b: Cells) =>
  a.length > 9 ? Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]) : 0;

const isSame = (a: Cells, b: Cells) => a.every((cell, i) => Object.is(cell, b[i]));
