import type { Database } from 'better-sqlite3';
import { ArgumentError } from '../../domain/errors.ts';
import type { IsMetric } from '../../domain/filter/check-value.ts';
import type { Value } from '../../domain/filter/expression.ts';
import { readSortKey } from '../../domain/filter/filter.ts';
import { FilterError } from '../../domain/filter/filter-error.ts';
import { describeShown } from '../../domain/filter/shown-value.ts';
import type { FoundRun, ShownValue } from '../../domain/found.ts';
import type { RunId, RunStatus, RunSummary } from '../../domain/run.ts';
import { runStatuses } from '../../domain/run-status.ts';
import { listValues, readShown } from './run-values.ts';
import { listSql, type Sql, sql } from './sql.ts';
import { valueSql } from './value-sql.ts';
import { type RunQuery, whereSql } from './where-sql.ts';
import { defineOccurs } from './word-sql.ts';

export interface RunSearch extends RunQuery {
  /** The first key decides, runs that it leaves equal are ordered by the next; in the end the newest run is first. */
  sort?: readonly SortKey[] | undefined;
  /** A value of the filter's language: runs where it is the same stand together, before any of `sort` counts. */
  group?: string | undefined;
  /** Of the filter's language: what each found run is to tell of itself. */
  values?: readonly string[] | undefined;
  limit?: number | undefined;
  offset?: number | undefined;
}

interface SortKey {
  /** A value of the filter's language, such as `last(criticEstimate)`; runs where it is missing come last. */
  by: string;
  direction: 'ascending' | 'descending';
}

export interface FoundRuns {
  runs: FoundRun[];
  /** The values that each of `runs` has, in that order. */
  shown: ShownValue[];
  /** All that were found, of which `runs` are a page. */
  total: number;
  /** How many the filter found of each status, whatever `statuses` asks for. */
  counts: Record<RunStatus, number>;
  /** Whether there is any run outside the trash, found or not. */
  hasRuns: boolean;
}

/** Finds runs by filter and in order; throws a FilterError or, for a sort key, an ArgumentError that names it. */
export function runSearch(db: Database, summarise: (id: RunId) => RunSummary, isMetric: IsMetric) {
  defineOccurs(db);
  const anyRun = db.prepare<[], number>('SELECT 1 FROM run WHERE removed_at IS NULL LIMIT 1').pluck();

  /** In order. */
  const listRows = ({ group, sort = [], ...wanted }: RunSearch): [RunId, RunStatus][] => {
    const groups = group === undefined ? [] : [sql`${valueSql(readShown(group, isMetric))} ASC NULLS LAST`];
    const order = listSql([...groups, ...sort.map((key) => orderSql(key, isMetric)), sql`run.id DESC`]);
    const query = sql`SELECT run.id, run.status FROM run WHERE ${whereSql(wanted, isMetric)} ORDER BY ${order}`;
    return db
      .prepare(query.text)
      .raw()
      .all(...query.values) as [RunId, RunStatus][];
  };
  const withStatus = (rows: [RunId, RunStatus][], { statuses }: RunQuery) =>
    statuses ? rows.filter(([, status]) => statuses.includes(status)) : rows;

  const search = ({ values = [], limit = 100, offset = 0, ...wanted }: RunSearch): FoundRuns => {
    const shown = values.map((text) => readShown(text, isMetric));
    const rows = listRows(wanted);
    const found = withStatus(rows, wanted);
    const ids = found.slice(offset, offset + limit).map(([id]) => id);
    const told = listValues(db, ids, shown);
    const runs = ids.map((id) => ({ ...summarise(id), values: told.get(id) ?? [] }));
    const configs = runs.map(({ config }) => config);
    return {
      runs,
      shown: shown.map((value, i) => describeShown(values[i] ?? '', value, configs)),
      total: found.length,
      counts: countStatuses(rows),
      hasRuns: anyRun.get() !== undefined,
    };
  };
  return {
    search,
    /** Numbers of a page of those found, all of them without a limit. */
    listIds: ({ limit, offset = 0, ...wanted }: RunSearch): RunId[] =>
      withStatus(listRows(wanted), wanted)
        .slice(offset, limit === undefined ? undefined : offset + limit)
        .map(([id]) => id),
  };
}

function orderSql({ by, direction }: SortKey, isMetric: IsMetric): Sql {
  const value = valueSql(readKey(by, isMetric));
  return direction === 'ascending' ? sql`${value} ASC NULLS LAST` : sql`${value} DESC NULLS LAST`;
}

/** Its error names the key: a place alone would be taken for one in the filter. */
function readKey(by: string, isMetric: IsMetric): Value {
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
