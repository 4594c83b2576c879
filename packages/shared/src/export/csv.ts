import { ExplainedError } from '../domain/errors.ts';
import type { Cell, Column } from '../domain/table.ts';
import { createTextCellReader } from './cell.ts';
import { readRecords } from './csv-records.ts';
import { writeDouble } from './number-text.ts';
import type { TableFile, TableFormat } from './table-format.ts';

/** RFC 4180 with a line of names; nothing between two commas is null, `""` the empty text. */
export const csv: TableFormat = {
  mediaType: 'text/csv; charset=utf-8',
  *write(columns, slices) {
    const writers = columns.map(createWriter);
    const line = (row: readonly Cell[]) => row.map((cell, i) => writers[i]?.(cell)).join(',');
    yield Buffer.from(`${columns.map(({ name }) => name).join(',')}\n`);
    for (const rows of slices) yield Buffer.from(rows.map((row) => `${line(row)}\n`).join(''));
  },
  open(file): TableFile {
    const batches = readRecords(file);
    const first = takeFirst(batches);
    if (!first) throw new ExplainedError(`${file}: is empty`);
    const [header = [], ...records] = first;
    const names = header.map((name) => (name ?? '').trim());
    return { names, read: (columns) => readRows(file, names, columns, withFirst(records, batches)) };
  },
};

function createWriter({ type }: Column): (cell: Cell) => string {
  if (type === 'double') return (cell) => (cell === null ? '' : writeDouble(cell as number));
  if (type === 'integer') return (cell) => (cell === null ? '' : String(cell));
  return (cell) => (cell === null ? '' : writeText(cell as string));
}

const writeText = (text: string) => (text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

type Batch = (string | null)[][];

function takeFirst(batches: Iterator<Batch>): Batch | undefined {
  for (;;) {
    const { value, done } = batches.next();
    if (done) return undefined;
    if (value.length > 0) return value;
  }
}

function* withFirst(first: Batch, others: Iterable<Batch>): Generator<Batch> {
  yield first;
  yield* others;
}

function* readRows(file: string, names: string[], columns: readonly Column[], batches: Iterable<Batch>) {
  const cells = columns.map((column) => ({
    read: createTextCellReader(file, column),
    place: names.indexOf(column.name),
  }));
  let row = 0;
  for (const records of batches) {
    yield records.map((record) => {
      row += 1;
      if (record.length !== names.length) {
        throw new ExplainedError(
          `${file}, row ${row}: has ${record.length} cells where the first line names ${names.length}`,
        );
      }
      return cells.map(({ read, place }) => read(record[place], row));
    });
  }
}
