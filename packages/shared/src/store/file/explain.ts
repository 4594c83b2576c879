import { ExplainedError } from '../../domain/errors.ts';

/** The same error in words that name the file and the remedy, or `error` itself where there is nothing to add. */
export function explainStoreError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = sentences.find(([pattern]) => pattern.test(code))?.[1];
  return sentence ? new ExplainedError(sentence.replaceAll('{file}', file), { cause: error }) : error;
}

const sentences: [pattern: RegExp, sentence: string][] = [
  [/^SQLITE_NOTADB/, '{file} is not a Duality store (not an SQLite database); choose another with --store FILE'],
  [/^SQLITE_CORRUPT/, '{file} is damaged; restore it from a backup, or choose another with --store FILE'],
  [
    /^(SQLITE_FULL|ENOSPC)/,
    'the disk that holds {file} is full; free some space and start again (what was committed is kept)',
  ],
  [
    /^SQLITE_IOERR/,
    '{file} could not be read or written: the disk that holds it is full, failing or read-only; free some space, or let it be written, and start again',
  ],
  [
    /^(SQLITE_READONLY|EACCES|EPERM|EROFS)/,
    '{file} cannot be written; give yourself write permission, or choose another with --store FILE',
  ],
  [
    /^(SQLITE_CANTOPEN|ENOTDIR|ENOENT|EEXIST|EISDIR)/,
    '{file} cannot be opened; check that its folder exists and is yours, or choose another with --store FILE',
  ],
  [/^SQLITE_BUSY/, '{file} has been locked by another program for 10 s; close that program and start again'],
];
