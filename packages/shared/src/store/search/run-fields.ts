import type { Database } from 'better-sqlite3';
import { RunConfig, type RunConfigKey, runConfigKeys } from '../../domain/config.ts';
import type { IsMetric } from '../../domain/filter/check-value.ts';
import { fieldAliases, findField } from '../../domain/filter/fields.ts';
import type { RunFields } from '../../domain/found.ts';
import { byMetricOrder, metricDescriptions } from '../../domain/metric.ts';
import { sql } from './sql.ts';
import { type RunQuery, whereSql } from './where-sql.ts';

/** What older runs, which do not have a key yet, are read with. */
const defaults = Object.fromEntries(
  runConfigKeys.map((key) => [key, RunConfig.shape[key].safeParse(undefined).data]),
) as Partial<RunConfig>;

const described = runConfigKeys.map((key) => {
  const aliases = Object.keys(fieldAliases).filter((alias) => fieldAliases[alias] === key);
  const names = [key, ...aliases].flatMap((name) => [name, `config.${name}`]);
  return { key, title: findField(key)?.title ?? key, names };
});

/** Lists what there is to show runs by; the filter decides over which runs parameters are compared. */
export function runFields(db: Database, isMetric: IsMetric) {
  const names = (query: string) => db.prepare<[], string>(query).pluck();
  const metrics = names('SELECT DISTINCT name FROM series');
  const tags = names(
    `SELECT tag.name FROM tag JOIN run ON run.id = run_id WHERE removed_at IS NULL
     GROUP BY tag.name ORDER BY count(*) DESC, tag.name`,
  );
  const experiments = names('SELECT DISTINCT experiment FROM run WHERE removed_at IS NULL ORDER BY experiment');
  const presets = names('SELECT DISTINCT preset FROM run WHERE removed_at IS NULL ORDER BY preset');

  return (query: RunQuery): RunFields => {
    const { statuses } = query;
    const wanted = sql`SELECT run.status, run.config FROM run WHERE ${whereSql(query, isMetric)}`;
    const rows = db
      .prepare(wanted.text)
      .raw()
      .all(...wanted.values) as [status: string, config: string][];
    const found = rows.filter(([status]) => !statuses || statuses.some((one) => one === status));
    const metricNames = metrics.all().sort(byMetricOrder);
    const differing = findDiffering(found.map(([, config]) => JSON.parse(config)));
    return {
      config: described.map((field) => ({ ...field, differs: differing.has(field.key) })),
      metrics: metricNames,
      metricTitles: metricNames.map((name) => metricDescriptions.find((one) => one.name === name)?.title ?? name),
      tags: tags.all(),
      experiments: experiments.all(),
      presets: presets.all(),
    };
  };
}

function findDiffering(configs: readonly Partial<RunConfig>[]): Set<RunConfigKey> {
  const differing = new Set<RunConfigKey>();
  const [first, ...others] = configs;
  if (!first) return differing;
  const read = (config: Partial<RunConfig>, key: RunConfigKey) => config[key] ?? defaults[key];
  for (const key of runConfigKeys) {
    const value = read(first, key);
    if (others.some((config) => read(config, key) !== value)) differing.add(key);
  }
  return differing;
}
