import type { Database } from 'better-sqlite3';
import type { IsMetric } from '../../domain/filter/check-value.ts';
import { describeShown } from '../../domain/filter/shown-value.ts';
import type { FoundGroup, FoundGroups, FoundValue, Spread } from '../../domain/found.ts';
import type { RunStatus } from '../../domain/run.ts';
import { asFound, readShown } from './run-values.ts';
import { listSql, sql } from './sql.ts';
import { valueSql } from './value-sql.ts';
import { type RunQuery, whereSql } from './where-sql.ts';

export interface RunGrouping extends RunQuery {
  /** A value of the filter's language: runs where it is the same are one group. */
  group: string;
  /** What to sum up over each group, where it is a number. */
  values?: readonly string[] | undefined;
}

type Cell = number | string | null;
type Row = [status: RunStatus, key: Cell, ...values: Cell[]];

/** Sums found runs up by groups, in the order in which a search with the same `group` has them. */
export function runGroups(db: Database, isMetric: IsMetric) {
  return ({ group, values = [], ...query }: RunGrouping): FoundGroups => {
    const by = readShown(group, isMetric);
    const shown = values.map((text) => readShown(text, isMetric));
    const columns = listSql([sql`run.status`, ...[by, ...shown].map(valueSql)]);
    const where = whereSql(query, isMetric);
    const wanted = sql`SELECT ${columns} FROM run WHERE ${where} ORDER BY 2 ASC NULLS LAST`;
    const rows = db
      .prepare(wanted.text)
      .raw()
      .iterate(...wanted.values) as IterableIterator<Row>;

    const groups: GatheredGroup[] = [];
    let offset = 0;
    for (const [status, key, ...cells] of rows) {
      if (query.statuses && !query.statuses.includes(status)) continue;
      const found: FoundValue = asFound(key, by);
      const newest = groups.at(-1);
      const current = newest && newest.key === found ? newest : startGroup(found, offset, shown.length);
      if (current !== newest) groups.push(current);
      current.count++;
      offset++;
      for (const [i, cell] of cells.entries()) {
        const spread = current.spreads[i];
        if (spread && shown[i]?.type === 'number' && typeof cell === 'number') gather(spread, cell);
      }
    }
    return {
      by: describeShown(group, by, []),
      groups: groups.map(({ spreads, ...told }) => ({ ...told, spreads: spreads.map(toSpread) })),
    };
  };
}

interface GatheredGroup extends Omit<FoundGroup, 'spreads'> {
  spreads: Gathered[];
}

const startGroup = (key: FoundValue, offset: number, values: number): GatheredGroup => ({
  ...{ key, count: 0, offset },
  spreads: Array.from({ length: values }, () => ({ count: 0, mean: 0, squares: 0 })),
});

interface Gathered {
  count: number;
  mean: number;
  /** Of the differences from the mean (Welford 1962), which loses no digits to a large offset. */
  squares: number;
}

function gather(spread: Gathered, value: number): void {
  spread.count++;
  const away = value - spread.mean;
  spread.mean += away / spread.count;
  spread.squares += away * (value - spread.mean);
}

const toSpread = ({ count, mean, squares }: Gathered): Spread | null =>
  count === 0 ? null : { count, mean, deviation: count > 1 ? Math.sqrt(squares / (count - 1)) : null };
