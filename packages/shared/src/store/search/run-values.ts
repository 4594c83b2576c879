import type { Database } from 'better-sqlite3';
import { ArgumentError } from '../../domain/errors.ts';
import type { IsMetric } from '../../domain/filter/check-value.ts';
import type { Value } from '../../domain/filter/expression.ts';
import { readValue } from '../../domain/filter/filter.ts';
import { FilterError } from '../../domain/filter/filter-error.ts';
import type { FoundValue } from '../../domain/found.ts';
import type { RunId } from '../../domain/run.ts';
import { listSql, sql } from './sql.ts';
import { valueSql } from './value-sql.ts';

type Row = [id: RunId, ...values: (number | string | null)[]];

/** What these values are for these runs, in the order of `values`. */
export function listValues(db: Database, ids: readonly RunId[], values: readonly Value[]): Map<RunId, FoundValue[]> {
  if (values.length === 0) return new Map(ids.map((id) => [id, []]));
  const columns = listSql([sql`run.id`, ...values.map(valueSql)]);
  const query = sql`SELECT ${columns} FROM run WHERE run.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const rows = db
    .prepare(query.text)
    .raw()
    .all(...query.values) as Row[];
  return new Map(rows.map(([id, ...found]) => [id, found.map((one, i) => asFound(one, values[i]))]));
}

/** Reads a value that is to be shown; its error says which, as a place alone would be taken for one in the filter. */
export function readShown(text: string, isMetric: IsMetric): Value {
  try {
    const value = readValue(text, isMetric);
    if (value.type !== 'none') return value;
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    const { message, position, length } = error;
    throw new FilterError(`"${text}" cannot be shown: ${message}`, { at: position, length }, text);
  }
  throw new ArgumentError(`"${text}" cannot be shown: it is nothing for every run`);
}

/** SQLite has no true and false. */
export const asFound = (stored: number | string | null, value: Value | undefined): FoundValue =>
  value?.type === 'flag' && stored !== null ? stored === 1 : stored;
