import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes `chunks` as they are made. A reader sees the old file or the whole new one, never a part, and what fails
 * leaves no rest behind.
 */
export function writeWhole(file: string, chunks: Iterable<Uint8Array>): void {
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.${process.pid}.part`;
  const descriptor = openSync(part, 'w');
  try {
    try {
      for (const chunk of chunks) {
        // A disk that is nearly full takes a part of it before it refuses the rest.
        for (let done = 0; done < chunk.length; ) done += writeSync(descriptor, chunk, done);
      }
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
