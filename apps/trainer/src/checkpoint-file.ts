import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkpointFile, checkpointFolder, checkpointsFolder } from '@duality/shared/store';
import { writeWhole } from './write-whole.ts';

export { checkpointFile, checkpointFolder, checkpointsFolder };

/** Also clears away what trainers that were killed have left in the folder. */
export function writeCheckpoint(file: string, bytes: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  for (const name of readdirSync(dirname(file))) {
    if (name.endsWith('.part')) rmSync(join(dirname(file), name), { force: true });
  }
  writeWhole(file, [bytes]);
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
