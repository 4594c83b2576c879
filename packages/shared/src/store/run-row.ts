import { Run } from '../domain/run.ts';

export type Row = Record<string, unknown>;

/** What `parseRun` needs of the table `run`. */
export const runColumns =
  'run.*, (SELECT json_group_array(name) FROM (SELECT name FROM tag WHERE tag.run_id = run.id ORDER BY name)) AS tags';

export function parseRun(row: Row): Run {
  return Run.parse({
    id: row.id,
    uid: row.uid,
    name: row.name,
    experiment: row.experiment,
    tags: JSON.parse(String(row.tags)),
    notes: row.notes,
    preset: row.preset,
    config: JSON.parse(String(row.config)),
    dataDir: row.data_dir,
    requestedEngine: row.requested_engine,
    engine: row.engine === null ? null : JSON.parse(String(row.engine)),
    status: row.status,
    reason: row.reason,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    removedAt: row.removed_at,
    archivedAt: row.archived_at,
    lastStep: row.last_step,
    stopRequested: row.stop_requested_at !== null,
    parent: row.parent_run_id === null ? null : { runId: row.parent_run_id, step: row.parent_step },
    place: row.place === null ? null : JSON.parse(String(row.place)),
    job: row.job === null ? null : JSON.parse(String(row.job)),
  });
}
