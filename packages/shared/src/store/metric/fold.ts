import type { Database } from 'better-sqlite3';
import {
  addBucket,
  addPoint,
  type Bucket,
  type BucketRow,
  bucketColumns,
  type Extent,
  emptyBucket,
  emptyExtent,
  toBucket,
} from './bucket.ts';

/** Buckets of a level hold this many of the level below; level 0 is the points themselves. */
export const factor = 16;

type ExtentRow = [index: number, n: number, lo: number, hi: number, mean: number];

export type Point = [step: number, value: number | null];
export type Fold = ReturnType<typeof foldOver>;

/**
 * Sums up any stretch of a series from its pyramid: a few rows a level, and points only at the ragged ends.
 * A bucket of any level is in the pyramid when it lies wholly before the newest step's bucket of that level.
 */
export function foldOver(db: Database) {
  const newest = db.prepare<[number], number | null>('SELECT max(step) FROM metric WHERE series_id = ?').pluck();
  const points = db
    .prepare<[number, number, number]>(
      'SELECT step, value FROM metric WHERE series_id = ? AND step BETWEEN ? AND ? ORDER BY step',
    )
    .raw();
  const slice = db
    .prepare<[number, number]>(
      'SELECT step, value FROM metric WHERE series_id = ? AND step > ? ORDER BY step LIMIT 50000',
    )
    .raw();
  const buckets = db
    .prepare<[number, number, number, number]>(
      `SELECT ${bucketColumns} FROM pyramid WHERE series_id = ? AND level = ? AND bucket BETWEEN ? AND ?
       ORDER BY bucket`,
    )
    .raw();
  // Half the columns are half the time, where thousands of rows are read for one curve.
  const extents = db
    .prepare<[number, number, number, number]>(
      'SELECT bucket, n, lo, hi, mean FROM pyramid WHERE series_id = ? AND level = ? AND bucket BETWEEN ? AND ? ORDER BY bucket',
    )
    .raw();

  const foldInto = (sum: Bucket, id: number, tip: number, from: number, to: number, level: number): void => {
    if (from > to) return;
    if (level === 0) {
      for (const [step, value] of points.all(id, from, to) as Point[]) addPoint(sum, step, value);
      return;
    }
    const size = factor ** level;
    const first = Math.ceil(from / size);
    const end = Math.min(Math.floor((to + 1) / size), Math.floor(tip / size));
    if (first >= end) {
      foldInto(sum, id, tip, from, to, level - 1);
      return;
    }
    foldInto(sum, id, tip, from, first * size - 1, level - 1);
    for (const row of buckets.all(id, level, first, end - 1) as BucketRow[]) addBucket(sum, toBucket(row));
    foldInto(sum, id, tip, end * size, to, level - 1);
  };

  return {
    /** The newest step of the series; undefined while it has none. */
    findNewest: (id: number): number | undefined => newest.get(id) ?? undefined,
    listPoints: (id: number, from: number, to: number) => points.all(id, from, to) as Point[],
    /** All points in step order, a slice at a time, so that others may use the connection in between. */
    *eachPoint(id: number): Generator<Point> {
      let after = -1;
      for (;;) {
        const points = slice.all(id, after) as Point[];
        yield* points;
        if (points.length === 0) return;
        after = (points.at(-1) as Point)[0];
      }
    },
    /** What is drawn of the closed buckets of a level, from `first` up to, not with, `end`. */
    listExtents: (id: number, level: number, first: number, end: number): [index: number, extent: Extent][] =>
      (extents.all(id, level, first, end - 1) as ExtentRow[]).map(([index, n, lo, hi, mean]) => [
        index,
        n === 0 ? emptyExtent() : { n, lo, hi, mean },
      ]),
    /** All steps from `from` up to and with `to`; `tip` is the series' newest step. `level` is the highest to look at. */
    fold: (id: number, tip: number, from: number, to: number, level: number): Bucket => {
      const sum = emptyBucket();
      foldInto(sum, id, tip, from, to, level);
      return sum;
    },
  };
}

/** The highest level whose buckets are no longer than `steps`. */
export function levelOf(steps: number): number {
  let level = 0;
  for (let size = factor; size <= steps; size *= factor) level++;
  return level;
}
