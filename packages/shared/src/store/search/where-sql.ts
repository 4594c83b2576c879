import type { IsMetric } from '../../domain/filter/check-value.ts';
import { readFilter } from '../../domain/filter/filter.ts';
import type { RunId, RunStatus } from '../../domain/run.ts';
import { conditionSql } from './condition-sql.ts';
import { joinSql, type Sql, sql } from './sql.ts';

/** Which runs are meant. */
export interface RunQuery {
  /** As `docs/filter.md` describes; all runs when absent. */
  filter?: string | undefined;
  /** Only those in the trash; otherwise only those that are not. */
  trash?: boolean | undefined;
  /** Only those that are archived, or only those that are not; both when absent. */
  archived?: boolean | undefined;
  /** Only these runs; all when absent. */
  ids?: readonly RunId[] | undefined;
  /** Only those with one of these; all when absent. */
  statuses?: readonly RunStatus[] | undefined;
}

/** 1 for each row of `run` that is meant, whatever its status; throws a FilterError. */
export function whereSql({ filter = '', trash = false, archived, ids }: RunQuery, isMetric: IsMetric): Sql {
  const where = [trash ? sql`run.removed_at IS NOT NULL` : sql`run.removed_at IS NULL`];
  if (archived !== undefined) where.push(archived ? sql`run.archived_at IS NOT NULL` : sql`run.archived_at IS NULL`);
  if (ids) where.push(sql`run.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  where.push(conditionSql(readFilter(filter, isMetric)));
  return joinSql(where, 'AND');
}
