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
import type { RunId } from '@duality/shared';
import { checkpointFolder, checkpointsFolder, type Store } from '@duality/shared/store';

type Place = Pick<Store, 'file'>;

export { checkpointFolder, checkpointsFolder };

export const checkpointFile = (store: Place, runId: RunId, step: number) =>
  join(checkpointFolder(store, runId), `step-${step}.safetensors`);

/** A reader sees the old file or the new one, never a part; a full disk leaves no rest behind. */
export function writeWhole(file: string, bytes: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
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

/** Undefined for a file that is missing or not the one of this hash. */
export function readWhole(file: string, sha256: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    return hash(bytes) === sha256 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** SHA-256 in hexadecimal. */
export const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
