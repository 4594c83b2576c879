import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Run, RunId } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import type * as tf from '@tensorflow/tfjs-core';
import { checkpointFile, checkpointFolder, hash, readWhole, writeCheckpoint } from './checkpoint-file.ts';
import { DivergedError } from './diverged-error.ts';
import type { Gan } from './gan/gan.ts';
import { decodeTensors, encodeTensors, type NamedArray } from './safetensors.ts';

/** The newest to go on from, and one more in case its file was lost. */
const newest = 2;

export type State = Record<string, tf.Variable>;

/** What is saved: `state` to the bit, the rest so that the file explains itself without the run's config. */
export interface Snapshot {
  state: State;
  networks: Pick<Gan['networks'], 'generator'>;
  pixelRange: Gan['pixelRange'];
  /** Step after which the optimisers' moments began; 0 but for a clone that changed the optimiser, and its clones. */
  optimiserStart: number;
}

export interface Checkpoint {
  step: number;
  /** Strings, by the names that `saveCheckpoint` gives them. */
  metadata: Record<string, string>;
  tensors: Record<string, NamedArray>;
}

/**
 * Writes the state as it is after `step`: first the whole file, then its name, then its row. Throws a DivergedError
 * instead when a number of it is not finite: nothing could go on from there.
 */
export async function saveCheckpoint(
  store: Store,
  { id: runId, config }: Pick<Run, 'id' | 'config'>,
  step: number,
  { state, networks, pixelRange, optimiserStart }: Snapshot,
): Promise<void> {
  const tensors = await readState(state);
  refuseNotFinite(step, tensors);
  const metadata = {
    step: String(step),
    ...(optimiserStart > 0 && { optimiserStart: String(optimiserStart) }),
    generator: JSON.stringify(networks.generator),
    pixelRange,
  };
  const bytes = encodeTensors({ metadata, tensors });
  writeCheckpoint(checkpointFile(store, runId, step), bytes);
  store.checkpoint.add({ runId, step, bytes: bytes.length, sha256: hash(bytes) });
  store.checkpoint.prune(runId, { newest, every: config.keepCheckpointEvery }, (old) =>
    rmSync(checkpointFile(store, runId, old), { force: true }),
  );
  removeUnnamed(store, runId);
}

/** Files of a trainer that was killed after it wrote one and before its row. */
function removeUnnamed(store: Store, runId: RunId): void {
  const folder = checkpointFolder(store, runId);
  const named = new Set(store.checkpoint.list(runId).map(({ step }) => checkpointFile(store, runId, step)));
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (/^step-\d+\.safetensors$/.test(name) && !named.has(file)) rmSync(file, { force: true });
  }
}

/** The newest whole checkpoint, or the one of step `at`; undefined where none is whole. `damaged`: those passed over. */
export function findCheckpoint(store: Store, runId: RunId, at?: number) {
  const damaged: number[] = [];
  for (const { step, sha256 } of store.checkpoint.list(runId)) {
    if (at !== undefined && step !== at) continue;
    const file = checkpointFile(store, runId, step);
    const bytes = readWhole(file, sha256);
    if (bytes) return { checkpoint: { step, ...decodeTensors(bytes, file) } as Checkpoint, damaged };
    damaged.push(step);
  }
  return { damaged };
}

async function readState(state: State): Promise<Record<string, NamedArray>> {
  const entries = Object.entries(state).map(async ([name, variable]) => {
    return [name, { shape: variable.shape, values: (await variable.data()) as Float32Array }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function refuseNotFinite(step: number, tensors: Record<string, NamedArray>): void {
  const broken = Object.keys(tensors).find((name) => !tensors[name]?.values.every(Number.isFinite));
  if (broken) throw new DivergedError(`diverged: ${broken} is no longer finite after step ${step}`);
}
