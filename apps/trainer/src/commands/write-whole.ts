import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { ExplainedError } from '@duality/shared';

/** Writes `chunks` as they are made, so that `--out` is whole or is what it was before, whatever happens in between. */
export function writeWhole(file: string, chunks: Iterable<Uint8Array>): void {
  const part = `${file}.${process.pid}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const descriptor = openSync(part, 'w');
    try {
      writeAll(descriptor, chunks);
      renameSync(part, file);
    } catch (error) {
      rmSync(part, { force: true });
      throw error;
    }
  } catch (error) {
    throw explain(error, file);
  }
}

function writeAll(descriptor: number, chunks: Iterable<Uint8Array>): void {
  try {
    for (const chunk of chunks) {
      // A disk that is nearly full takes a part of it before it refuses the rest.
      for (let done = 0; done < chunk.length; ) done += writeSync(descriptor, chunk, done);
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const sentences: Record<string, string> = {
  ENOSPC: 'its disk is full; free some space, or name a file on another',
  EISDIR: 'it is a folder; name a file',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
  EACCES: 'you may not write there',
  EROFS: 'that disk can only be read',
};

/** Errors of the file system in words; the store has its own. */
function explain(error: unknown, file: string): unknown {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (!syscall) return error;
  return new ExplainedError(`cannot write to --out ${file}: ${sentences[code] ?? (error as Error).message}`);
}
