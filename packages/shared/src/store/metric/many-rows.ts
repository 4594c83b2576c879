import type { Database } from 'better-sqlite3';

/** Rows a statement: what a call costs is shared by them, and more would gain little. */
const rowsAtOnce = 64;

type Value = number | string | null;

/**
 * Inserts many rows with `columns` values each, given one after the other in a flat list; `sql` ends before VALUES.
 */
export function insertMany(db: Database, sql: string, columns: number) {
  const row = `(${Array.from({ length: columns }, () => '?').join(', ')})`;
  const one = db.prepare<Value[]>(`${sql} VALUES ${row}`);
  const many = db.prepare<Value[]>(`${sql} VALUES ${Array.from({ length: rowsAtOnce }, () => row).join(', ')}`);
  const atOnce = rowsAtOnce * columns;
  return (values: readonly Value[]): void => {
    let at = 0;
    for (; at + atOnce <= values.length; at += atOnce) many.run(...values.slice(at, at + atOnce));
    for (; at < values.length; at += columns) one.run(...values.slice(at, at + columns));
  };
}
