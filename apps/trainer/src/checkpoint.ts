import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ExplainedError, type RunId } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import * as tf from '@tensorflow/tfjs-core';
import { decodeTensors, encodeTensors, type NamedArray } from './safetensors.ts';

/** Older ones are removed: the newest to go on from, and one more in case its file was lost. */
const kept = 2;

type State = Record<string, tf.Variable>;

/** `duality.db-checkpoints/run-1/step-100.safetensors` beside `duality.db`: made of ids alone. */
const folderOf = (store: Store, runId: RunId) => join(`${store.file}-checkpoints`, `run-${runId}`);
const fileOf = (store: Store, runId: RunId, step: number) => join(folderOf(store, runId), `step-${step}.safetensors`);

/** Writes the state as it is after `step`: first the whole file, then its name, then its row. */
export async function saveCheckpoint(store: Store, runId: RunId, step: number, state: State): Promise<void> {
  const bytes = encodeTensors({ metadata: { step: String(step) }, tensors: await readState(state) });
  const file = fileOf(store, runId, step);
  mkdirSync(dirname(file), { recursive: true });
  writeWhole(file, bytes);
  store.checkpoint.add({ runId, step, bytes: bytes.length, sha256: hash(bytes) });
  for (const { step: old } of store.checkpoint.list(runId).slice(kept)) {
    rmSync(fileOf(store, runId, old), { force: true }); // first, so that no file is left which no row names
    store.checkpoint.remove(runId, old);
  }
}

export interface Restored {
  /** 0 when there is none to go on from. */
  step: number;
  /** Steps of newer checkpoints that were passed over because their files are missing or damaged. */
  damaged: number[];
}

/** Puts the newest whole checkpoint's values into `state`. */
export function restoreCheckpoint(store: Store, runId: RunId, state: State): Restored {
  const records = store.checkpoint.list(runId);
  const damaged: number[] = [];
  for (const { step, sha256 } of records) {
    const bytes = readWhole(fileOf(store, runId, step), sha256);
    if (bytes) {
      restoreState(state, decodeTensors(bytes).tensors);
      return { step, damaged };
    }
    damaged.push(step);
  }
  if (records.length === 0) return { step: 0, damaged };
  throw new ExplainedError(
    `run ${runId} has no whole checkpoint left in ${folderOf(store, runId)}; start it anew, or put the files back`,
  );
}

async function readState(state: State): Promise<Record<string, NamedArray>> {
  const entries = Object.entries(state).map(async ([name, variable]) => {
    return [name, { shape: variable.shape, values: (await variable.data()) as Float32Array }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function restoreState(state: State, tensors: Record<string, NamedArray>): void {
  for (const [name, variable] of Object.entries(state)) {
    if (tensors[name]?.shape.join() === variable.shape.join()) continue;
    throw new ExplainedError(`the checkpoint lacks ${name} [${variable.shape}]: it was written with other networks`);
  }
  for (const [name, variable] of Object.entries(state)) {
    const { values, shape } = tensors[name] as NamedArray;
    tf.tidy(() => variable.assign(tf.tensor(values, shape)));
  }
}

/** A reader sees the old file or the new one, never a part; a full disk leaves no rest behind. */
function writeWhole(file: string, bytes: Buffer): void {
  const part = `${file}.${process.pid}.part`;
  for (const name of readdirSync(dirname(file))) {
    if (name.endsWith('.part')) rmSync(join(dirname(file), name), { force: true }); // of a trainer that was killed
  }
  const descriptor = openSync(part, 'w');
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    fsyncSync(descriptor);
    renameSync(part, file);
  } finally {
    closeSync(descriptor);
    rmSync(part, { force: true });
  }
}

function readWhole(file: string, sha256: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    return hash(bytes) === sha256 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
