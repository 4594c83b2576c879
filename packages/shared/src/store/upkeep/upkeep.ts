import type { CheckpointRecord } from '../checkpoint.ts';
import { openExisting } from '../file/open-existing.ts';
import { backUp, type FileCopies, listCheckpoints } from './backup.ts';
import { type Check, checkStore } from './check.ts';
import { compactStore } from './compact.ts';
import type { OnProgress } from './progress.ts';
import { type Repaired, repairStore } from './repair.ts';
import { readStats, type StoreStats } from './stats.ts';

export type { Check, FileCopies, StoreStats };
export type Upkeep = ReturnType<typeof openUpkeep>;

/**
 * Opens a store to look after it: nothing is made or migrated, and nothing changed but by `repair` and `compact`. Throws
 * an ExplainedError where there is none, or an older one unless that will do.
 */
export function openUpkeep(path: string, options: { olderWillDo?: boolean } = {}) {
  const { db, file } = openExisting(path, options);
  const named = db.prepare<[number, number, string]>(
    'SELECT 1 FROM checkpoint WHERE run_id = ? AND step = ? AND sha256 = ?',
  );
  return {
    file,
    check: (onProgress?: OnProgress): Generator<Check> => checkStore(db, onProgress),
    repair: (): Repaired => repairStore(db),
    compact: (onStart: Parameters<typeof compactStore>[2]) => compactStore(db, file, onStart),
    backUp: (target: string, files: FileCopies | undefined, onProgress: OnProgress) =>
      backUp(db, target, files, onProgress),
    stats: () => readStats(db, file),
    checkpoints: (): CheckpointRecord[] => listCheckpoints(db),
    /** Whether the store still has this very checkpoint: a trainer may have replaced it. */
    isNamed: ({ runId, step, sha256 }: CheckpointRecord) => named.get(runId, step, sha256) !== undefined,
    close: () => void db.close(),
  };
}
