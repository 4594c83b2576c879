import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Column, Row } from '../domain/table.ts';
import { createCellReader } from './cell.ts';
import { openParquet } from './parquet-reader.ts';
import type { TableFile, TableFormat } from './table-format.ts';

const rowsInGroup = 100_000;

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
    const { names, close } = await openParquet(file);
    await close();
    return { names, read: (columns) => readRows(file, columns) };
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
async function* readRows(file: string, columns: readonly Column[]) {
  const { names, ranges, readColumn, close } = await openParquet(file);
  try {
    const readers = columns.map((column) => createCellReader(file, column));
    for (const [group, { rowStart, rowEnd }] of ranges.entries()) {
      const data: (ArrayLike<unknown> | undefined)[] = [];
      for (const { name } of columns) data.push(names.includes(name) ? await readColumn(group, name) : undefined);
      yield Array.from({ length: rowEnd - rowStart }, (_, i) =>
        readers.map((read, column) => read(data[column]?.[i], rowStart + i + 1)),
      );
    }
  } finally {
    await close();
  }
}
