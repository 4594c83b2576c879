import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { ExplainedError } from '../domain/errors.ts';
import { alertStore } from './alert.ts';
import { changeStore } from './change.ts';
import { checkpointStore } from './checkpoint.ts';
import { cloneStore } from './clone.ts';
import { evaluationStore } from './evaluation.ts';
import { explainStoreError } from './file/explain.ts';
import { fileGuard } from './file/file-guard.ts';
import { migrate } from './file/migrate.ts';
import { pageSize } from './file/page-size.ts';
import { refuseOldSqlite } from './file/sqlite-version.ts';
import { busyTimeoutMs } from './file/wal.ts';
import { fragmentCursorStore } from './fragment-cursor.ts';
import { jobStore } from './job.ts';
import { leaseStore } from './lease.ts';
import { logStore } from './log.ts';
import { auditStore } from './management/audit.ts';
import { bulkStore } from './management/bulk.ts';
import { editorOf } from './management/edit.ts';
import { experimentStore } from './management/experiment.ts';
import { manageStore } from './management/manage.ts';
import { pinStore } from './management/pin.ts';
import { savedViewStore } from './management/saved-view.ts';
import { trashStore } from './management/trash.ts';
import { clockOf } from './metric/clock.ts';
import { compareWith } from './metric/compare.ts';
import { foldOver } from './metric/fold.ts';
import { metricStore } from './metric/metric.ts';
import { seriesStore } from './metric/series.ts';
import { runStore } from './run.ts';
import { sampleGridStore } from './sample-grid.ts';
import { knownMetrics } from './search/known-metrics.ts';
import { runFields } from './search/run-fields.ts';
import { runGroups } from './search/run-groups.ts';
import { runSearch } from './search/run-search.ts';
import { sweepStore } from './sweep/sweep.ts';
import { arrivalStore } from './transfer/arrival.ts';
import { tableStore } from './transfer/table.ts';

export type { NewAlert } from './alert.ts';
export type { CheckpointRecord } from './checkpoint.ts';
export { checkpointFile, checkpointFolder, checkpointsFolder } from './checkpoint.ts';
export type { NewEvaluation } from './evaluation.ts';
export { explainStoreError } from './file/explain.ts';
export { storeVersion } from './file/migrate.ts';
export type { FragmentCursor } from './fragment-cursor.ts';
export type { RunElsewhere } from './job.ts';
export type { StepMetrics } from './metric/metric.ts';
export type { ClaimedRun } from './run.ts';
export { describeProcess, isAlive, showsLife, silenceMs, type TrainerProcess } from './trainer-process.ts';
export type { ArrivingRun, PointCounts } from './transfer/arrival.ts';
export type Store = ReturnType<typeof openStore>;

/**
 * Opens the store, making it first where there is none. Many processes may hold it open; close() when done.
 * `actor` is the door through which people come, as the audit names it.
 * Throws ExplainedError when the file cannot be used, StoreVersionError when a newer Duality wrote it.
 */
export function openStore(path: string, actor = 'terminal') {
  const file = resolve(path);
  const db = open(file);
  try {
    return storesOver(db, file, actor);
  } catch (error) {
    db.close(); // a connection that nobody holds keeps its memory until Node happens to collect it
    throw explainLack(error, file);
  }
}

function storesOver(db: Database, file: string, actor: string) {
  const fold = foldOver(db);
  const sampleGrid = sampleGridStore(db);
  const [run, checkpoint, log] = [runStore(db), checkpointStore(db), logStore(db)];
  const clone = cloneStore(db, { run, checkpoint, log });
  const editor = editorOf(db);
  const audit = auditStore(db, editor, actor);
  const manage = manageStore(db, { run, clone, audit, editor });
  const [metric, series] = [metricStore(db, fold), seriesStore(db, fold)];
  const isMetric = knownMetrics(db);
  return {
    file,
    run: {
      ...run,
      ...runSearch(db, run.getSummary, isMetric),
      listFields: runFields(db, isMetric),
      listGroups: runGroups(db, isMetric),
    },
    clone,
    manage,
    bulk: bulkStore(db, { run, manage }),
    experiment: experimentStore(db, audit, editor),
    audit,
    pin: pinStore(db, { audit, editor, sampleGrid }),
    savedView: savedViewStore(db, audit, editor),
    trash: trashStore(db, { run, audit, file }),
    metric,
    series: { ...series, compare: compareWith(run.find, series, clockOf(db)) },
    table: tableStore(db),
    arrival: arrivalStore(db, metric),
    sampleGrid,
    evaluation: evaluationStore(db),
    alert: alertStore(db),
    sweep: sweepStore(db, run),
    checkpoint,
    log,
    job: jobStore(db, log),
    fragmentCursor: fragmentCursorStore(db),
    lease: leaseStore(db),
    change: changeStore(db),
    /** Writes that belong together: all are committed or, when `body` throws, none. */
    write: <T>(body: () => T): T => db.transaction(body).immediate(),
    /** Reads that belong together: all see the same moment. */
    read: <T>(body: () => T): T => db.transaction(body)(),
    /** Throws ExplainedError once the file that is open is no longer the one of its name. */
    refuseGone: fileGuard(db, 0),
    /** From here on every page is read anew: one that was damaged may have been mended. */
    forgetPages: () => void db.pragma('shrink_memory'),
    close: () => void db.close(),
  };
}

/** A statement that does not fit the file's tables: it has the version of this build, and not all of its parts. */
function explainLack(error: unknown, file: string): unknown {
  const isLack = error instanceof Sqlite.SqliteError && error.code === 'SQLITE_ERROR';
  if (!isLack) return explainStoreError(error, file);
  const sentence = `${file} lacks a part of a Duality store (${error.message}); restore it from a backup, or choose another with --store FILE`;
  return new ExplainedError(sentence, { cause: error });
}

function open(file: string): Database {
  let db: Database | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    db = new Sqlite(file, { timeout: busyTimeoutMs });
    db.pragma(`page_size = ${pageSize}`); // for a new file only
    refuseOldSqlite(db);
    migrate(db, file);
    db.pragma('journal_mode = WAL');
    // Survives a killed process. A power cut may cost the last few steps, but never the file.
    db.pragma('synchronous = NORMAL');
    db.pragma('foreign_keys = ON');
    // In KiB, taken only when used: searches look at a page or two of every run.
    db.pragma('cache_size = -65536');
    return db;
  } catch (error) {
    db?.close();
    throw explainStoreError(error, file);
  }
}
