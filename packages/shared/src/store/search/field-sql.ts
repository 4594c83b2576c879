import { RunConfig, type RunConfigKey, runConfigKeys } from '../../domain/config.ts';
import type { FilterField } from '../../domain/filter/fields.ts';
import type { RunFieldName } from '../../domain/filter/run-fields.ts';
import { type Sql, sql } from './sql.ts';

const columns: Record<RunFieldName, Sql> = {
  id: sql`run.id`,
  name: sql`run.name`,
  experiment: sql`run.experiment`,
  preset: sql`run.preset`,
  status: sql`run.status`,
  reason: sql`run.reason`,
  engine: sql`json_extract(run.engine, '$.engine')`,
  step: sql`run.last_step`,
  notes: sql`nullif(run.notes, '')`,
  tags: sql`(SELECT group_concat(name, char(10) ORDER BY name) FROM tag WHERE run_id = run.id)`,
  archived: sql`(run.archived_at IS NOT NULL)`,
  alerts: sql`(SELECT count(*) FROM alert WHERE run_id = run.id AND ended_step IS NULL)`,
  errors: sql`(SELECT count(*) FROM alert WHERE run_id = run.id AND ended_step IS NULL AND severity = 'error')`,
  createdAt: sql`run.created_at`,
  startedAt: sql`run.started_at`,
  endedAt: sql`run.ended_at`,
  duration: sql`((coalesce(run.ended_at, run.heartbeat_at) - run.started_at) / 1000.0)`,
  where: sql`coalesce(json_extract(run.place, '$.kind'), 'here')`,
  node: sql`coalesce(json_extract(run.job, '$.node'), json_extract(run.place, '$.host'))`,
  job: sql`json_extract(run.job, '$.id')`,
  parent: sql`run.parent_run_id`,
};

const configKeys = Object.fromEntries(runConfigKeys.map((key) => [key, readKey(key)])) as Record<RunConfigKey, Sql>;

/** What the field is for the row of `run` at hand; NULL when it is missing. */
export const fieldSql = (field: FilterField): Sql =>
  field.of === 'run' ? columns[field.name] : configKeys[field.name];

/** All that identifies a run to a person, a line each. */
export const identitySql: Sql = sql`concat_ws(char(10), ${columns.name}, ${columns.experiment}, ${columns.preset},
  ${columns.reason}, ${columns.tags})`;

/** Runs of older versions have no value for keys that came later, and are read with the default. */
function readKey(key: RunConfigKey): Sql {
  const stored: Sql = { text: `json_extract(run.config, '$.${key}')`, values: [] };
  const { data } = RunConfig.shape[key].safeParse(undefined);
  if (data === undefined) return stored;
  return sql`coalesce(${stored}, ${typeof data === 'boolean' ? Number(data) : data})`;
}
