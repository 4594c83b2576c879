import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { ConflictError, ExplainedError } from '../../domain/errors.ts';
import type { CheckpointRecord } from '../checkpoint.ts';
import { busyTimeoutMs } from '../file/wal.ts';
import type { OnProgress } from './progress.ts';

/** Pages a slice: others get their turn in between. */
const slice = 4096;

/** The checkpoints' files, which are copied before the store, of the same moment, and get their name with it. */
export interface FileCopies {
  /** Throws early what would be in the way of `publish`. */
  refuseExisting: () => void;
  /** `isNamed` asks the store as it is now. False: a file has gone since, so take a newer moment. */
  copy: (records: CheckpointRecord[], isNamed: (record: CheckpointRecord) => boolean) => Promise<boolean>;
  publish: () => void;
}

/**
 * Copies the store as it is at one moment, while trainers write, to a new file `target`: first under another name, then
 * checked, then renamed. Returns its bytes.
 */
export async function backUp(
  db: Database,
  target: string,
  files: FileCopies | undefined,
  onProgress: OnProgress,
): Promise<number> {
  refuseExisting(target);
  files?.refuseExisting();
  if (!existsSync(dirname(target)))
    throw new ExplainedError(`there is no folder ${dirname(target)} for the backup; make it first`);
  removeParts(target);
  const part = `${target}.${process.pid}.part`;
  try {
    await copyMoment(db, part, files, onProgress);
    settle(part);
    syncFile(part);
    refuseExisting(target);
    files?.publish();
    renameSync(part, target);
    syncFile(dirname(target));
    return statSync(target).size;
  } finally {
    removeParts(target);
  }
}

/** Of this backup or of one that was killed. */
function removeParts(target: string): void {
  for (const name of readdirSync(dirname(target))) {
    const isPart = name.startsWith(`${basename(target)}.`) && /\.\d+\.part(-[a-z]+)?$/.test(name);
    if (isPart) rmSync(join(dirname(target), name), { recursive: true, force: true });
  }
}

function refuseExisting(target: string): void {
  if (existsSync(target)) throw new ConflictError(`${target} exists already; name another file for the backup`);
}

/** An open read keeps the moment: without it, SQLite would start anew after each commit of a trainer. */
async function copyMoment(
  db: Database,
  part: string,
  files: FileCopies | undefined,
  onProgress: OnProgress,
): Promise<void> {
  for (let attempt = 1; attempt <= 10; attempt++) {
    db.exec('BEGIN');
    try {
      const records = listCheckpoints(db); // the first read: from here on the moment is kept
      if (files && !(await files.copy(records, createIsNamed(db.name)))) continue;
      await db.backup(part, {
        progress: ({ totalPages, remainingPages }) => {
          onProgress(totalPages - remainingPages, totalPages);
          return slice;
        },
      });
      return;
    } finally {
      db.exec('ROLLBACK');
    }
  }
  throw new ExplainedError(
    'checkpoints come and go faster than they can be copied; add --without-checkpoints, or stop the runs',
  );
}

/** Those of running runs first: they are replaced soonest. */
export const listCheckpoints = (db: Database) =>
  db
    .prepare<[], CheckpointRecord>(
      `SELECT run_id AS runId, step, bytes, sha256 FROM checkpoint JOIN run ON run.id = run_id
       ORDER BY status <> 'running', run_id, step DESC`,
    )
    .all();

/** Whether the store still has this very checkpoint: a trainer may have replaced it. */
export const isNamed = (db: Database, { runId, step, sha256 }: CheckpointRecord): boolean =>
  db.prepare('SELECT 1 FROM checkpoint WHERE run_id = ? AND step = ? AND sha256 = ?').get(runId, step, sha256) !==
  undefined;

/** Asks the store as it is now, whatever moment another connection still sees. */
const createIsNamed =
  (file: string) =>
  (record: CheckpointRecord): boolean => {
    const now = new Sqlite(file, { readonly: true, timeout: busyTimeoutMs });
    try {
      return isNamed(now, record);
    } finally {
      now.close();
    }
  };

/** Checks the copy, and has it name no process: those that train now belong to the store that was copied. */
function settle(part: string): void {
  const copy = new Sqlite(part);
  try {
    const result = copy.pragma('integrity_check', { simple: true });
    if (result !== 'ok') {
      throw new ExplainedError(
        `the backup is damaged as the store is (${result}): npm run store -- check says more, and sqlite3 FILE .recover saves what can be read`,
      );
    }
    copy
      .prepare(letGo)
      .run({ reason: 'it was training when this backup was made; resume it to go on', now: Date.now() });
    copy.exec('DELETE FROM lease');
  } finally {
    copy.close();
  }
}

const letGo = `UPDATE run SET status = 'stopped', reason = @reason, ended_at = @now, claimed_by = NULL, host = NULL, pid = NULL,
  process_started_at = NULL WHERE status = 'running'`;

/** A folder too, so that the new name survives a power cut; not every system lets folders be opened. */
function syncFile(path: string): void {
  try {
    const descriptor = openSync(path, 'r');
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch {}
}
