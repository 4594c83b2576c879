import { ExplainedError } from '../domain/errors.ts';
import type { Cell, Column } from '../domain/table.ts';
import { createCellReader } from './cell.ts';
import { writeDouble } from './number-text.ts';
import { longestRecord, readText, refuseLong } from './read-text.ts';
import type { TableFile, TableFormat } from './table-format.ts';

/** One JSON object a line, with every column in each. */
export const jsonl: TableFormat = {
  mediaType: 'application/x-ndjson; charset=utf-8',
  *write(columns, slices) {
    const keys = columns.map(({ name }, i) => `${i === 0 ? '{' : ','}${JSON.stringify(name)}:`);
    const writers = columns.map(createWriter);
    const line = (row: readonly Cell[]) => row.map((cell, i) => `${keys[i]}${writers[i]?.(cell)}`).join('');
    for (const rows of slices) yield Buffer.from(rows.map((row) => `${line(row)}}\n`).join(''));
  },
  open(file): TableFile {
    for (const [line = ''] of readLines(file)) {
      return { names: Object.keys(parseLine(file, line, 1)), read: (columns) => readRows(file, columns) };
    }
    throw new ExplainedError(`${file}: is empty`);
  },
};

function createWriter({ type }: Column): (cell: Cell) => string {
  if (type === 'double') return (cell) => (cell === null ? 'null' : writeDouble(cell as number));
  return (cell) => JSON.stringify(cell);
}

function* readRows(file: string, columns: readonly Column[]) {
  const cells = columns.map((column) => ({ name: column.name, read: createCellReader(file, column) }));
  let row = 0;
  for (const lines of readLines(file)) {
    yield lines.map((line) => {
      row += 1;
      const object = parseLine(file, line, row);
      return cells.map(({ name, read }) => read(object[name], row));
    });
  }
}

/** Whole lines that are not blank, as many at a time as a piece of the file has. */
function* readLines(file: string): Generator<string[]> {
  let [text, count] = ['', 0];
  const isFull = (line: string) => line.trim() !== '';
  for (const chunk of readText(file)) {
    const lines = (text + chunk).split('\n');
    text = lines.pop() ?? '';
    const full = lines.filter(isFull);
    count += full.length;
    if (text.length > longestRecord) refuseLong(file, count + 1);
    if (full.length > 0) yield full;
  }
  if (isFull(text)) yield [text];
}

function parseLine(file: string, line: string, row: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // said below, in the same words
  }
  const given = line.length > 60 ? `${line.slice(0, 60)}…` : line.trim();
  throw new ExplainedError(`${file}, row ${row}: must be a JSON object on one line, not ${given}`);
}
