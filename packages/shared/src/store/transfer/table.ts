import type { Database } from 'better-sqlite3';
import { NotFoundError } from '../../domain/errors.ts';
import type { RunId } from '../../domain/run.ts';
import { type Row, runColumns } from '../../domain/table.ts';

/** About as many rows are read at a time; other readers and writers get their turn in between. */
const rowsAtOnce = 20_000;

interface RunOfRows {
  uid: string;
  lastStep: number;
}

type Point = [step: number, value: number | null, kind: string | null];

/** Runs and metrics as slices of rows of `runColumns` and `metricColumns`, whether or not the runs are in the trash. */
export function tableStore(db: Database) {
  const outsideTrash = db.prepare<[], RunId>('SELECT id FROM run WHERE removed_at IS NULL ORDER BY id').pluck();
  const runRow = db
    .prepare<[RunId], Row>(
      `SELECT ${runColumns.map(({ name }) => name).join(', ')} FROM (
         SELECT id AS run_id, uid, name, experiment, preset, status, reason, json_extract(config, '$.seed') AS seed,
           json_extract(engine, '$.engine') AS engine, engine AS engine_json, requested_engine, created_at, started_at,
           ended_at, heartbeat_at, removed_at, archived_at, last_step, config AS config_json, notes, data_dir,
           parent_run_id, parent_step, (SELECT uid FROM run AS parent WHERE parent.id = run.parent_run_id) AS parent_uid,
           (SELECT json_group_array(name) FROM (SELECT name FROM tag WHERE run_id = run.id ORDER BY name)) AS tags_json
         FROM run WHERE id = ?)`,
    )
    .raw();
  const runOfRows = db.prepare<[RunId], RunOfRows>('SELECT uid, last_step AS lastStep FROM run WHERE id = ?');
  const seriesOf = db.prepare<[RunId], { id: number; name: string }>(
    'SELECT id, name FROM series WHERE run_id = ? ORDER BY name',
  );
  const nextStep = db
    .prepare<[{ runId: RunId; from: number }], number | null>(
      `SELECT min((SELECT min(step) FROM metric WHERE series_id = series.id AND step >= @from))
       FROM series WHERE run_id = @runId`,
    )
    .pluck();
  const points = db
    .prepare<[number, number, number], Point>(
      'SELECT step, value, kind FROM metric WHERE series_id = ? AND step BETWEEN ? AND ? ORDER BY step',
    )
    .raw();
  const times = db
    .prepare<[{ runId: RunId; from: number; to: number }], [step: number, at: number]>(
      `SELECT first_step, at FROM change WHERE run_id = @runId AND kind = 'metrics' AND first_step <= @to
         AND first_step >= coalesce((SELECT max(first_step) FROM change
           WHERE run_id = @runId AND kind = 'metrics' AND first_step <= @from), @from)
       ORDER BY first_step, seq`,
    )
    .raw();

  function* readMetrics(runId: RunId): Generator<Row[]> {
    const { uid, lastStep } = getRun(runId);
    const series = seriesOf.all(runId);
    const width = Math.max(1, Math.floor(rowsAtOnce / Math.max(1, series.length)));
    for (let from = nextStep.get({ runId, from: 0 }); from != null && from <= lastStep; ) {
      const to = Math.min(lastStep, from + width - 1);
      const timeOf = findTimes(times.all({ runId, from, to }));
      const rows = series.flatMap(({ id, name }) =>
        points.all(id, from as number, to).map(([step, value, kind]): [string, ...Point] => [name, step, value, kind]),
      );
      rows.sort((a, b) => a[1] - b[1]);
      yield rows.map(([name, step, value, kind]) => [runId, name, step, value, timeOf(step), kind, uid]);
      from = nextStep.get({ runId, from: to + 1 });
    }
  }
  const getRun = (runId: RunId): RunOfRows => {
    const run = runOfRows.get(runId);
    if (!run) throw new NotFoundError(`there is no run ${runId}`);
    return run;
  };

  return {
    /** All runs but those in the trash, the oldest first. */
    listIds: () => outsideTrash.all(),
    *runs(runIds: readonly RunId[]): Generator<Row[]> {
      for (const runId of runIds) yield runRow.all(runId);
    },
    /** Step by step, up to the step that a run has reached when its first row is asked for. */
    *metrics(runIds: readonly RunId[]): Generator<Row[]> {
      for (const runId of runIds) yield* readMetrics(runId);
    },
  };
}

/** When a step was last committed; to be asked in the order of steps. */
function findTimes(times: [step: number, at: number][]): (step: number) => number | null {
  let next = 0;
  return (step) => {
    while (next < times.length && (times[next]?.[0] ?? 0) <= step) next += 1;
    return times[next - 1]?.[1] ?? null;
  };
}
