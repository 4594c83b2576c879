import type { Database } from 'better-sqlite3';
import { RunStatus } from '../../domain/run.ts';
import { versionOf } from '../file/migrate.ts';
import { sqliteVersion } from '../file/sqlite-version.ts';
import { walBytes } from '../file/wal.ts';
import { sizeOf } from '../management/size.ts';

export interface StoreStats {
  file: string;
  storeVersion: number;
  sqliteVersion: string;
  bytes: number;
  walBytes: number;
  pageSize: number;
  freePages: number;
  /** Without those in the trash, which are counted apart. */
  runs: Record<RunStatus, number>;
  /** Steps that were trained, of all runs. */
  steps: number;
  points: number;
  bytesPerPoint: number | null;
  mostPoints: { runId: number; name: string; points: number }[];
  grids: { count: number; bytes: number };
  checkpoints: { count: number; bytes: number };
  /** Of tables with their indexes, the largest first. */
  tables: { name: string; bytes: number }[];
  /** `bytes` is about what a purge of these runs would free. */
  trash: { runs: number; bytes: number };
}

const curveTables = ['metric', 'pyramid', 'series'];

/** Counts and sizes, all of one moment. */
export const readStats = (db: Database, file: string): StoreStats =>
  db.transaction((): StoreStats => {
    const points = countPoints(db);
    const total = points.reduce((sum, { points }) => sum + points, 0);
    const tables = listTables(db);
    const curveBytes = tables
      .filter(({ name }) => curveTables.includes(name))
      .reduce((sum, { bytes }) => sum + bytes, 0);
    const bytesPerPoint = total > 0 ? curveBytes / total : null;
    const pragma = (name: string) => db.pragma(name, { simple: true }) as number;
    return {
      file,
      storeVersion: versionOf(db),
      sqliteVersion: sqliteVersion(db),
      bytes: pragma('page_count') * pragma('page_size'),
      walBytes: walBytes(file),
      pageSize: pragma('page_size'),
      freePages: pragma('freelist_count'),
      runs: countRuns(db),
      steps: one(db, 'SELECT coalesce(sum(last_step - coalesce(parent_step, 0)), 0) FROM run'),
      points: total,
      bytesPerPoint,
      mostPoints: points.slice(0, 5),
      grids: countBytes(db, 'SELECT count(*) AS count, coalesce(sum(length(png)), 0) AS bytes FROM sample_grid'),
      checkpoints: countBytes(db, 'SELECT count(*) AS count, coalesce(sum(bytes), 0) AS bytes FROM checkpoint'),
      tables,
      trash: sizeTrash(db),
    };
  })();

const one = (db: Database, sql: string) => db.prepare(sql).pluck().get() as number;

const countBytes = (db: Database, sql: string) => db.prepare(sql).get() as { count: number; bytes: number };

const countPoints = (db: Database) =>
  db
    .prepare<[], { runId: number; name: string; points: number }>(
      `SELECT run.id AS runId, run.name, sum(points) AS points
       FROM (SELECT series_id, count(*) AS points FROM metric GROUP BY series_id)
         JOIN series ON series.id = series_id JOIN run ON run.id = run_id
       GROUP BY run.id ORDER BY points DESC, run.id`,
    )
    .all();

function countRuns(db: Database): StoreStats['runs'] {
  const rows = db
    .prepare<[], [RunStatus, number]>('SELECT status, count(*) FROM run WHERE removed_at IS NULL GROUP BY status')
    .raw()
    .all();
  const counts = new Map(rows);
  return Object.fromEntries(RunStatus.options.map((status) => [status, counts.get(status) ?? 0])) as StoreStats['runs'];
}

const listTables = (db: Database) =>
  db
    .prepare<[], { name: string; bytes: number }>(
      `SELECT coalesce(tbl_name, dbstat.name) AS name, sum(pgsize) AS bytes
       FROM dbstat LEFT JOIN sqlite_schema USING (name) WHERE aggregate = TRUE GROUP BY 1 ORDER BY bytes DESC, 1`,
    )
    .all();

function sizeTrash(db: Database): StoreStats['trash'] {
  const discarded = db
    .prepare<[], { id: number; lastStep: number }>(
      'SELECT id, last_step AS lastStep FROM run WHERE removed_at IS NOT NULL',
    )
    .all();
  const bytes = discarded.map(sizeOf(db)).reduce((sum, size) => sum + size, 0);
  return { runs: discarded.length, bytes };
}
