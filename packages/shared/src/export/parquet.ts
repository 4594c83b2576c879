import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { asyncBufferFromFile, type ParquetScan, parquetScan, parquetSchema } from 'hyparquet';
import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { ExplainedError } from '../domain/errors.ts';
import type { Column, Row } from '../domain/table.ts';
import { createCellReader } from './cell.ts';
import type { TableFile, TableFormat } from './table-format.ts';

const rowsInGroup = 100_000;
const compressors = {
  GZIP: (bytes: Uint8Array) => gunzipSync(bytes),
  BROTLI: (bytes: Uint8Array) => brotliDecompressSync(bytes),
  ZSTD: (bytes: Uint8Array) => zstdDecompressSync(bytes),
};

/** Apache Parquet with Snappy; columns are INT64, DOUBLE and UTF-8 strings. */
export const parquet: TableFormat = {
  mediaType: 'application/vnd.apache.parquet',
  *write(columns, slices) {
    const bytes = new ByteWriter();
    const writer = new ParquetWriter({ writer: bytes, schema: describeSchema(columns), createdBy: 'Duality' });
    for (const rows of gather(slices)) {
      writer.write({ columnData: columns.map((column, i) => toSource(column, rows, i)), rowGroupSize: rowsInGroup });
      yield takeBytes(bytes);
    }
    writer.finish();
    yield takeBytes(bytes);
  },
  async open(file): Promise<TableFile> {
    const buffer = await asyncBufferFromFile(file);
    const scan = await explained(file, () => parquetScan({ file: buffer, compressors }));
    const names = await explained(file, async () =>
      parquetSchema(scan.metadata).children.map(({ element }) => element.name),
    );
    return { names, read: (columns) => readRows(file, scan, names, columns) };
  },
};

const physical = { integer: 'INT64', double: 'DOUBLE', text: 'BYTE_ARRAY' } as const;

function describeSchema(columns: readonly Column[]): SchemaElement[] {
  const leaves = columns.map(
    ({ name, type, nullable }): SchemaElement => ({
      name,
      type: physical[type],
      repetition_type: nullable ? 'OPTIONAL' : 'REQUIRED',
      ...(type === 'text' && { converted_type: 'UTF8' }),
    }),
  );
  return [{ name: 'duality', num_children: leaves.length }, ...leaves];
}

function toSource({ name, type }: Column, rows: Row[], place: number): ColumnSource {
  const cells = rows.map((row) => row[place] ?? null);
  if (type === 'text') return { name, data: cells };
  // A dictionary would take -0 for 0.
  if (type === 'double') return { name, data: cells, encoding: 'PLAIN' };
  return { name, data: cells.map((cell) => (cell === null ? null : BigInt(cell))), encoding: 'DELTA_BINARY_PACKED' };
}

/** As many slices at a time as make a row group. */
function* gather(slices: Iterable<Row[]>): Generator<Row[]> {
  let group: Row[] = [];
  for (const rows of slices) {
    group = group.length === 0 ? rows : group.concat(rows);
    if (group.length < rowsInGroup) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** What was written since the last time; the writer goes on counting its offset. */
function takeBytes(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

/** A row group at a time. */
async function* readRows(
  file: string,
  { ranges, readColumn }: ParquetScan,
  names: string[],
  columns: readonly Column[],
) {
  const readers = columns.map((column) => createCellReader(file, column));
  for (const { rowStart, rowEnd } of ranges) {
    const data: (ArrayLike<unknown> | undefined)[] = [];
    for (const { name: column } of columns) {
      const isThere = names.includes(column);
      data.push(isThere ? await explained(file, () => readColumn({ column, rowStart, rowEnd })) : undefined);
    }
    yield Array.from({ length: rowEnd - rowStart }, (_, i) =>
      readers.map((read, column) => read(data[column]?.[i], rowStart + i + 1)),
    );
  }
}

/** hyparquet throws plain errors of many kinds at bytes that it cannot make sense of. */
async function explained<T>(file: string, body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (error) {
    throw new ExplainedError(`${file}: is cut off or damaged Parquet (${(error as Error).message})`, { cause: error });
  }
}
