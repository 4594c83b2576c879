import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { ExplainedError } from '../domain/errors.ts';
import { csv } from './csv.ts';
import { jsonl } from './jsonl.ts';
import { parquet } from './parquet.ts';
import type { TableFile, TableFormat } from './table-format.ts';

/** The formats by their names, which are also their files' extensions. */
const formats = { csv, jsonl, parquet } satisfies Record<string, TableFormat>;

export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as FormatName[];

export const findFormat = (name: string): TableFormat | undefined =>
  Object.hasOwn(formats, name) ? formats[name as FormatName] : undefined;

/** Opens a table in whichever format its content is; the file's name does not matter. */
export async function openTable(file: string): Promise<TableFile> {
  try {
    return await recognise(file).open(file);
  } catch (error) {
    throw explainReadError(error, file);
  }
}

function recognise(file: string): TableFormat {
  const stats = statSync(file);
  if (stats.isDirectory()) throw new ExplainedError(`${file}: is a folder; name the files in it`);
  // It is read twice, and a pipe could be waited for without an end.
  if (!stats.isFile()) throw new ExplainedError(`${file}: is no regular file; save what it holds to one`);
  const head = readHead(file);
  if (head.length === 0) throw new ExplainedError(`${file}: is empty`);
  if (head.subarray(0, 4).toString('latin1') === 'PAR1') return parquet;
  if (head.includes(0)) throw new ExplainedError(`${file}: is neither CSV, nor JSON Lines, nor Parquet`);
  return head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
    .startsWith('{')
    ? jsonl
    : csv;
}

function readHead(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(4096);
    return bytes.subarray(0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

const sentences: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'may not be read; give yourself permission to',
};

/** The same error in words that name the file, or `error` itself where there is nothing to add. */
function explainReadError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return sentences[code] ? new ExplainedError(`${file}: ${sentences[code]}`, { cause: error }) : error;
}
