import { ExplainedError } from '../domain/errors.ts';
import { showGiven } from '../domain/issue-sentence.ts';
import type { Cell, Column } from '../domain/table.ts';

/** Turns what stands in a file into a cell of its column; throws what names file, row and column where it cannot be one. */
export type ReadCell = (raw: unknown, row: number) => Cell;

const descriptions = { integer: 'a whole number', double: 'a number', text: 'text' };

/** For files that know numbers from text. */
export function createCellReader(file: string, { name, type, nullable }: Column): ReadCell {
  const read = type === 'text' ? readText : type === 'integer' ? readInteger : readDouble;
  return (raw, row) => {
    const isMissing = raw === null || raw === undefined || Number.isNaN(raw);
    const cell = isMissing ? null : read(raw);
    if (cell !== undefined && (cell !== null || nullable)) return cell;
    const given = isMissing ? 'empty' : showGiven(raw);
    throw new ExplainedError(`${file}, row ${row}, column ${name}: must be ${descriptions[type]}, not ${given}`);
  };
}

/** For files in which everything is text. */
export function createTextCellReader(file: string, column: Column): ReadCell {
  const read = createCellReader(file, column);
  return (raw, row) => {
    if (column.type === 'text' || typeof raw !== 'string') return read(raw, row);
    return read(raw === '' ? null : number.test(raw) ? Number(raw) : raw, row);
  };
}

const number = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

const readText = (raw: unknown) => (typeof raw === 'string' ? raw : undefined);

function readInteger(raw: unknown): number | undefined {
  const value = typeof raw === 'bigint' ? Number(raw) : raw instanceof Date ? raw.getTime() : raw;
  return Number.isSafeInteger(value) ? (value as number) : undefined;
}

function readDouble(raw: unknown): number | undefined {
  const value = typeof raw === 'bigint' ? Number(raw) : raw;
  return Number.isFinite(value) ? (value as number) : undefined;
}
