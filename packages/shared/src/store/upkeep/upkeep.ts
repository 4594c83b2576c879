import type { CheckpointRecord } from '../checkpoint.ts';
import { openExisting } from '../file/open-existing.ts';
import { backUp, type FileCopies, isNamed, listCheckpoints } from './backup.ts';
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
  return {
    file,
    check: (onProgress?: OnProgress): Generator<Check> => checkStore(db, onProgress),
    repair: (): Repaired => repairStore(db),
    compact: (onStart: Parameters<typeof compactStore>[2]) => compactStore(db, file, onStart),
    backUp: (target: string, files: FileCopies | undefined, onProgress: OnProgress) =>
      backUp(db, target, files, onProgress),
    stats: () => readStats(db, file),
    checkpoints: (): CheckpointRecord[] => listCheckpoints(db),
    isNamed: (record: CheckpointRecord) => isNamed(db, record),
    close: () => void db.close(),
  };
}
