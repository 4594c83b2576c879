import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { ConflictError } from '@duality/shared';
import type { CheckpointRecord } from '@duality/shared/store';
import type { FileCopies, Upkeep } from '@duality/shared/upkeep';
import { checkpointFile, checkpointsFolder, readWhole, writeCheckpoint } from './checkpoint-file.ts';

/** As long as a trainer may take between a file and its row. */
const settleMs = 500;

export interface CheckpointCopies extends FileCopies {
  /** What was copied; those that are missing or damaged in the store itself are `lost`. */
  result: () => { count: number; bytes: number; lost: CheckpointRecord[] };
}

/** Copies checkpoints beside the backup `target`, under another name until the backup is whole. */
export function createCheckpointCopies(store: Upkeep, target: string): CheckpointCopies {
  const part = { file: `${target}.${process.pid}.part` };
  const folder = checkpointsFolder({ file: target });
  const copied = new Map<string, CheckpointRecord>();
  let lost: CheckpointRecord[] = [];

  const copyOne = (record: CheckpointRecord): boolean => {
    const { runId, step, sha256 } = record;
    const file = checkpointFile(part, runId, step);
    if (copied.get(file)?.sha256 === sha256) return true;
    const bytes = readWhole(checkpointFile(store, runId, step), sha256);
    if (!bytes) return false;
    writeCheckpoint(file, bytes);
    copied.set(file, record);
    return true;
  };
  /** Those of an older moment. */
  const dropOthers = (records: CheckpointRecord[]): void => {
    const wanted = new Set(records.map(({ runId, step }) => checkpointFile(part, runId, step)));
    for (const file of copied.keys()) {
      if (wanted.has(file)) continue;
      rmSync(file, { force: true });
      copied.delete(file);
    }
  };

  return {
    refuseExisting: () => {
      if (existsSync(folder)) throw new ConflictError(`${folder} exists already; name another file for the backup`);
    },
    copy: async (records, isNamed) => {
      const missing = records.filter((record) => !copyOne(record));
      if (missing.length > 0) await setTimeout(settleMs);
      lost = missing.filter((record) => !copyOne(record));
      if (!lost.every(isNamed)) return false;
      dropOthers(records);
      return true;
    },
    publish: () => {
      mkdirSync(checkpointsFolder(part), { recursive: true });
      renameSync(checkpointsFolder(part), folder);
    },
    result: () => {
      const records = [...copied.values()];
      return { count: records.length, bytes: records.reduce((sum, { bytes }) => sum + bytes, 0), lost };
    },
  };
}
