import type { Database } from 'better-sqlite3';
import { ArgumentError } from '../../domain/errors.ts';
import type { Value } from '../../domain/filter/expression.ts';
import { readFilter, readSortKey } from '../../domain/filter/filter.ts';
import { FilterError } from '../../domain/filter/filter-error.ts';
import { type RunId, type RunStatus, type RunSummary, runStatuses } from '../../domain/run.ts';
import { conditionSql } from './condition-sql.ts';
import { joinSql, listSql, type Sql, sql } from './sql.ts';
import { valueSql } from './value-sql.ts';
import { defineOccurs } from './word-sql.ts';

export interface RunSearch {
  /** As `docs/filter.md` describes; all runs when absent. */
  filter?: string | undefined;
  /** The first key decides, runs that it leaves equal are ordered by the next; in the end the newest run is first. */
  sort?: readonly SortKey[] | undefined;
  /** Only those in the trash; otherwise only those that are not. */
  trash?: boolean | undefined;
  /** Only those that are archived, or only those that are not; both when absent. */
  archived?: boolean | undefined;
  /** Only those with one of these; all when absent. */
  statuses?: readonly RunStatus[] | undefined;
  limit?: number | undefined;
  offset?: number | undefined;
}

interface SortKey {
  /** A value of the filter's language, such as `last(criticEstimate)`; runs where it is missing come last. */
  by: string;
  direction: 'ascending' | 'descending';
}

export interface FoundRuns {
  runs: RunSummary[];
  /** All that were found, of which `runs` are a page. */
  total: number;
  /** How many the filter found of each status, whatever `statuses` asks for. */
  counts: Record<RunStatus, number>;
  /** Whether there is any run outside the trash, found or not. */
  hasRuns: boolean;
}

/** Finds runs by filter and in order; throws a FilterError or, for a sort key, an ArgumentError that names it. */
export function runSearch(db: Database, summarise: (id: RunId) => RunSummary) {
  defineOccurs(db);
  const series = db.prepare<[string], number>('SELECT 1 FROM series WHERE name = ? LIMIT 1').pluck();
  const anyRun = db.prepare<[], number>('SELECT 1 FROM run WHERE removed_at IS NULL LIMIT 1').pluck();
  const isMetric = (name: string) => series.get(name) !== undefined;

  return ({
    filter = '',
    sort = [],
    trash = false,
    archived,
    statuses,
    limit = 100,
    offset = 0,
  }: RunSearch): FoundRuns => {
    const where = [trash ? sql`run.removed_at IS NOT NULL` : sql`run.removed_at IS NULL`];
    if (archived !== undefined) where.push(archived ? sql`run.archived_at IS NOT NULL` : sql`run.archived_at IS NULL`);
    where.push(conditionSql(readFilter(filter, isMetric)));
    const order = [...sort.map((key) => orderSql(key, isMetric)), sql`run.id DESC`];
    const query = sql`SELECT run.id, run.status FROM run WHERE ${joinSql(where, 'AND')} ORDER BY ${listSql(order)}`;
    const rows = db
      .prepare(query.text)
      .raw()
      .all(...query.values) as [RunId, RunStatus][];

    const found = statuses ? rows.filter(([, status]) => statuses.includes(status)) : rows;
    return {
      runs: found.slice(offset, offset + limit).map(([id]) => summarise(id)),
      total: found.length,
      counts: countStatuses(rows),
      hasRuns: anyRun.get() !== undefined,
    };
  };
}

function orderSql({ by, direction }: SortKey, isMetric: (name: string) => boolean): Sql {
  const value = valueSql(readKey(by, isMetric));
  return direction === 'ascending' ? sql`${value} ASC NULLS LAST` : sql`${value} DESC NULLS LAST`;
}

/** Its error names the key: a place alone would be taken for one in the filter. */
function readKey(by: string, isMetric: (name: string) => boolean): Value {
  try {
    return readSortKey(by, isMetric);
  } catch (error) {
    if (error instanceof FilterError) throw new ArgumentError(`runs cannot be sorted by "${by}": ${error.message}`);
    throw error;
  }
}

function countStatuses(rows: readonly [RunId, RunStatus][]): Record<RunStatus, number> {
  const counts = Object.fromEntries(runStatuses.map((status) => [status, 0])) as Record<RunStatus, number>;
  for (const [, status] of rows) counts[status]++;
  return counts;
}
