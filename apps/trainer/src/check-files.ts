import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { CheckpointRecord } from '@duality/shared/store';
import type { Check, Upkeep } from '@duality/shared/upkeep';
import { checkpointFile, checkpointsFolder, readWhole } from './checkpoint-file.ts';

export interface CheckedFiles extends Check {
  /** What is no harm, but lies about. */
  notes: string[];
}

/** As long as a trainer may take between a file and its row. */
const settleMs = 500;

/** Compares the checkpoints with their files, by size or, where `isDeep`, by their hashes. */
export async function checkFiles(store: Upkeep, isDeep: boolean): Promise<CheckedFiles> {
  const suspects = store.checkpoints().filter((record) => findFault(store, record, isDeep));
  const strays = listStrays(store);
  if (suspects.length + strays.length > 0) await setTimeout(settleMs); // trainers may be at it just now
  const problems = suspects.filter(store.isNamed).flatMap((record) => {
    const fault = findFault(store, record, isDeep);
    return fault ? [{ message: `${checkpointFile(store, record.runId, record.step)} ${fault}`, remedy }] : [];
  });
  const stillThere = new Set(listStrays(store));
  return {
    name: 'checkpoints',
    fine: `every checkpoint has its file, of the right ${isDeep ? 'content' : 'size'}`,
    problems,
    notes: strays.filter((file) => stillThere.has(file)).map(describeStray),
  };
}

const remedy = 'take it from a backup; otherwise an older checkpoint serves when the run is resumed';

function findFault(store: Upkeep, { runId, step, bytes, sha256 }: CheckpointRecord, isDeep: boolean) {
  const file = checkpointFile(store, runId, step);
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return 'is missing';
  if (size !== bytes) return `has ${size} bytes instead of ${bytes}`;
  return isDeep && !readWhole(file, sha256) ? 'is damaged (another SHA-256)' : undefined;
}

/** Files in the checkpoints' folder that no row names. */
function listStrays(store: Upkeep): string[] {
  const named = new Set(store.checkpoints().map(({ runId, step }) => checkpointFile(store, runId, step)));
  const folder = checkpointsFolder(store);
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !named.has(file))
    .sort();
}

function describeStray(file: string): string {
  if (file.endsWith('.part'))
    return `${file} is part of a checkpoint that a killed trainer left; the run's next checkpoint removes it`;
  return /evaluation-\d+\.safetensors$/.test(file)
    ? `${file} waits to be measured when its run is resumed`
    : `${file} belongs to no checkpoint; nothing reads it`;
}
