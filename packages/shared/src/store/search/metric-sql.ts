import type { Value } from '../../domain/filter/expression.ts';
import { type Sql, sql } from './sql.ts';

type Metric = Extract<Value, { kind: 'metric' }>;

/** A series sums up what is before `closed_before`; this adds the few points after that. */
const reduced: Record<Exclude<Metric['reduction'], 'at' | 'last'>, Sql> = {
  min: sql`nullif(min(coalesce(series.lo, 9e999), coalesce(min(metric.value), 9e999)), 9e999)`,
  max: sql`nullif(max(coalesce(series.hi, -9e999), coalesce(max(metric.value), -9e999)), -9e999)`,
  mean: sql`(series.n * coalesce(series.mean, 0) + coalesce(sum(metric.value), 0)) / (series.n + count(metric.value))`,
  count: sql`coalesce(series.n + series.non_finite + count(metric.step), 0)`,
  nonFinite: sql`coalesce(series.non_finite + count(metric.step) - count(metric.value), 0)`,
};

/** One number of one metric of the row of `run` at hand; NULL when it is missing. */
export function metricSql(value: Metric): Sql {
  const { reduction, metric } = value;
  const seriesId = sql`(SELECT id FROM series WHERE run_id = run.id AND name = ${metric})`;
  if (reduction === 'last') {
    return sql`(SELECT value FROM metric WHERE series_id = ${seriesId} ORDER BY step DESC LIMIT 1)`;
  }
  if (reduction === 'at') return sql`(SELECT value FROM metric WHERE series_id = ${seriesId} AND step = ${value.step})`;
  return sql`(SELECT ${reduced[reduction]} FROM series
    LEFT JOIN metric ON metric.series_id = series.id AND metric.step >= series.closed_before
    WHERE series.run_id = run.id AND series.name = ${metric})`;
}
