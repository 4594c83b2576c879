import { statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';

/** In ms: how long a statement waits for others who write. */
export const busyTimeoutMs = 10_000;

/** SQLite by itself begins the WAL anew at 2 MB, but never while readers overlap without a gap. */
const longBytes = 16e6;
/** Writers stand still for so long at most, and readers that take longer are not waited for: a check, a backup. */
const drainMs = 1000;
const commitsBetween = 32;

/** To be called after commits: makes a WAL that has grown long short again, as soon as readers let it. */
export function walShortener(db: Database): () => void {
  let commits = 0;
  let tooLong = longBytes;
  return () => {
    if (++commits % commitsBetween !== 0 || db.inTransaction) return;
    if (walBytes(db.name) < tooLong) return;
    const from = performance.now();
    db.pragma(`busy_timeout = ${drainMs}`);
    try {
      db.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // What was committed is in the WAL. If the disk is full or failing, the next commit says so.
    } finally {
      db.pragma(`busy_timeout = ${busyTimeoutMs}`);
    }
    const hasWaited = performance.now() - from > drainMs / 2; // and not met another's checkpoint, which ends it at once
    const left = walBytes(db.name);
    if (left === 0) tooLong = longBytes;
    else if (hasWaited) tooLong = 2 * left; // a long reader costs few pauses
  };
}

/** What waits in the WAL of the store `file`. */
export const walBytes = (file: string): number => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
