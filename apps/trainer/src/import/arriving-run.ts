import {
  type Cell,
  EngineChoice,
  EngineReport,
  ExplainedError,
  findConfigProblems,
  parseSafely,
  RunConfig,
  RunStatus,
  sentenceOf,
} from '@duality/shared';
import type { ArrivingRun } from '@duality/shared/store';
import { z } from 'zod';

const time = z.int().min(0);

/** A row of `runColumns`, by the names of the columns. */
const RunRow = z.object({
  uid: z.string().regex(/^[0-9a-f]{32}$/, 'must be 32 hexadecimal digits'),
  name: z.string().min(1, 'must not be empty'),
  experiment: z.string().min(1, 'must not be empty'),
  preset: z.string(),
  status: RunStatus,
  reason: z.string().nullable(),
  created_at: time,
  started_at: time.nullable(),
  ended_at: time.nullable(),
  heartbeat_at: time.nullable(),
  archived_at: time.nullable(),
  removed_at: time.nullable(),
  last_step: z.int().min(0),
  config_json: z.string().transform(parseConfigText),
  parent_step: z.int().min(0).nullable(),
  parent_uid: z.string().nullable(),
  requested_engine: EngineChoice,
  engine_json: z.string().transform(parseJson).pipe(EngineReport).nullable(),
  data_dir: z.string().nullable(),
  notes: z.string(),
  tags_json: z
    .string()
    .transform(parseJson)
    .pipe(z.array(z.string().min(1))),
});

/** What a file may leave out: written by hand or by a program that has no such thing. */
export const runDefaults: Record<string, Cell> = {
  experiment: 'default',
  requested_engine: 'auto',
  notes: '',
  tags_json: '[]',
};

/** The run of a row; throws what names the row and the column that is wrong. */
export function readRun(cells: Record<string, Cell>, place: string): { run: ArrivingRun; parentUid: string | null } {
  const filled = Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => [name, cell ?? runDefaults[name] ?? null]),
  );
  const result = parseSafely(RunRow, filled);
  if (result.success) return toRun(result.data);
  const [issue] = result.error.issues;
  const [column, ...inner] = issue?.path ?? [];
  const where = inner.length > 0 ? `${inner.join('.')}: ` : '';
  throw new ExplainedError(`${place}, column ${String(column)}: ${where}${issue && sentenceOf(issue)}`);
}

function toRun(row: z.infer<typeof RunRow>): { run: ArrivingRun; parentUid: string | null } {
  const { uid, name, experiment, preset, notes } = row;
  return {
    parentUid: row.parent_uid,
    run: {
      uid,
      name,
      experiment,
      preset,
      notes,
      ...atRest(row),
      config: row.config_json,
      requestedEngine: row.requested_engine,
      engine: row.engine_json,
      dataDir: row.data_dir,
      createdAt: row.created_at,
      startedAt: row.started_at,
      archivedAt: row.archived_at,
      removedAt: row.removed_at,
      lastStep: row.last_step,
      parentStep: row.parent_step,
      tags: row.tags_json,
    },
  };
}

/** Nobody here may go on with a run that another store is still training. */
function atRest({
  status,
  reason,
  ...row
}: z.infer<typeof RunRow>): Pick<ArrivingRun, 'status' | 'reason' | 'endedAt'> {
  if (status !== 'queued' && status !== 'running') return { status, reason, endedAt: row.ended_at };
  const lastSign = row.heartbeat_at ?? row.started_at ?? row.created_at;
  return { status: 'stopped', reason: `was ${status} when it was exported`, endedAt: lastSign };
}

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON' });
    return z.NEVER;
  }
}

function parseConfigText(text: string, context: z.RefinementCtx): RunConfig {
  const json = parseJson(text, context);
  const config = RunConfig.safeParse(json);
  if (config.success) return config.data;
  for (const { key, message } of findConfigProblems(json)) {
    context.addIssue({ code: 'custom', message: key ? `${key} ${message}` : message });
  }
  return z.NEVER;
}
