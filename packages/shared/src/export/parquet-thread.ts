import { parentPort } from 'node:worker_threads';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import {
  type AsyncBuffer,
  asyncBufferFromFile,
  type ParquetScan,
  parquetScan,
  parquetSchema,
  snappyUncompress,
} from 'hyparquet';
import { checkGroups, checkPage, checkPages } from './parquet-limits.ts';

// The thread of `parquet-reader.ts`: what a file makes of the decoder ends here.

export interface Range {
  rowStart: number;
  rowEnd: number;
}

export type Asked =
  | { type: 'open'; file: string }
  | ({ type: 'column'; opened: number; column: string; group: number } & Range)
  | { type: 'close'; opened: number };
export type Answer =
  | { type: 'opened'; names: string[]; ranges: Range[] }
  | { type: 'column'; data: ArrayLike<unknown> }
  | { type: 'problem'; message: string };

const limited = (unpack: (bytes: Uint8Array, size: number) => Uint8Array) => (bytes: Uint8Array, size: number) => {
  checkPage(size);
  return unpack(bytes, size);
};
const atMost = (size: number) => ({ maxOutputLength: Math.max(1, size) });
const compressors = {
  GZIP: limited((bytes, size) => gunzipSync(bytes, atMost(size))),
  BROTLI: limited((bytes, size) => brotliDecompressSync(bytes, atMost(size))),
  ZSTD: limited((bytes, size) => zstdDecompressSync(bytes, atMost(size))),
  SNAPPY: limited((bytes, size) => {
    const page = new Uint8Array(size);
    snappyUncompress(bytes, page);
    return page;
  }),
};

const files = new Map<number, { file: AsyncBuffer; scan: ParquetScan }>();

async function answer(id: number, asked: Asked): Promise<Answer | undefined> {
  if (asked.type === 'open') return open(id, asked.file);
  if (asked.type === 'column') return readColumn(asked);
  files.delete(asked.opened);
  return undefined;
}

async function open(id: number, name: string): Promise<Answer> {
  const file = await asyncBufferFromFile(name);
  const scan = await parquetScan({ file, compressors });
  checkGroups(scan.metadata);
  const names = parquetSchema(scan.metadata).children.map(({ element }) => element.name);
  files.set(id, { file, scan });
  return { type: 'opened', names, ranges: scan.ranges.map(({ rowStart, rowEnd }) => ({ rowStart, rowEnd })) };
}

async function readColumn({ opened, column, group, ...range }: Extract<Asked, { type: 'column' }>): Promise<Answer> {
  const found = files.get(opened);
  if (!found) throw new Error('parquet file is no longer open');
  const { file, scan } = found;
  const chunks = scan.metadata.row_groups[group]?.columns ?? [];
  const chunk = chunks.find(({ meta_data: meta }) => meta?.path_in_schema[0] === column)?.meta_data;
  if (chunk) await checkPages(file, chunk, range.rowEnd - range.rowStart);
  return { type: 'column', data: await scan.readColumn({ column, ...range }) };
}

parentPort?.on('message', async ({ id, asked }: { id: number; asked: Asked }) => {
  const problem = (error: Error): Answer => ({ type: 'problem', message: error.message });
  parentPort?.postMessage({ id, answer: await answer(id, asked).catch(problem) });
});
