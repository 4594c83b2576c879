import { ExplainedError } from '@duality/shared';
import { writeWhole } from '../write-whole.ts';

/** Writes what `--out` names, whole or not at all; errors of the file system come in words. */
export function writeOut(file: string, chunks: Iterable<Uint8Array>): void {
  try {
    writeWhole(file, chunks);
  } catch (error) {
    throw explainWriteError(error, file);
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
export function explainWriteError(error: unknown, file: string): unknown {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (!syscall) return error;
  return new ExplainedError(`cannot write to --out ${file}: ${sentences[code] ?? (error as Error).message}`);
}
