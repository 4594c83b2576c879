import type { Database } from 'better-sqlite3';
import type { RunConfig } from '../../domain/config.ts';
import type { EngineChoice, EngineReport } from '../../domain/engine.ts';
import { type NonFinite, nonFiniteValues } from '../../domain/metric.ts';
import type { RunId, RunStatus } from '../../domain/run.ts';
import type { metricStore, StepMetrics } from '../metric/metric.ts';

/** A run as another store had it, at rest. */
export interface ArrivingRun {
  uid: string;
  name: string;
  experiment: string;
  preset: string;
  config: RunConfig;
  status: Exclude<RunStatus, 'queued' | 'running'>;
  reason: string | null;
  requestedEngine: EngineChoice;
  engine: EngineReport | null;
  dataDir: string | null;
  createdAt: number;
  startedAt: number | null;
  endedAt: number | null;
  archivedAt: number | null;
  removedAt: number | null;
  lastStep: number;
  parentStep: number | null;
  notes: string;
  tags: readonly string[];
}

export interface PointCounts {
  new: number;
  changed: number;
  unchanged: number;
}

type Point = [step: number, value: number | null, kind: NonFinite | null];

/** Takes in runs and metrics of other stores; what is here already stays as it is. */
export function arrivalStore(db: Database, metric: ReturnType<typeof metricStore>) {
  const findRun = db.prepare<[string], RunId>('SELECT id FROM run WHERE uid = ?').pluck();
  const addRun = db.prepare<[Record<string, string | number | null>]>(
    `INSERT INTO run (uid, name, experiment, preset, config, status, reason, requested_engine, engine, data_dir, created_at,
       started_at, ended_at, archived_at, removed_at, last_step, parent_step, notes)
     VALUES (@uid, @name, @experiment, @preset, @config, @status, @reason, @requestedEngine, @engine, @dataDir, @createdAt,
       @startedAt, @endedAt, @archivedAt, @removedAt, @lastStep, @parentStep, @notes)`,
  );
  const addTag = db.prepare<[RunId, string]>('INSERT OR IGNORE INTO tag (run_id, name) VALUES (?, ?)');
  const setParent = db.prepare<[string, RunId]>(
    'UPDATE run SET parent_run_id = (SELECT id FROM run AS parent WHERE parent.uid = ?) WHERE id = ?',
  );
  const seriesUpTo = db.prepare<[{ runId: RunId; from: number }], { id: number; name: string }>(
    `SELECT id, name FROM series WHERE run_id = @runId
     AND EXISTS (SELECT 1 FROM metric WHERE series_id = series.id AND step >= @from)`,
  );
  const points = db
    .prepare<[number, number, number], Point>(
      'SELECT step, value, kind FROM metric WHERE series_id = ? AND step BETWEEN ? AND ?',
    )
    .raw();

  /** What is here of these steps, by name and step. */
  const findStored = (runId: RunId, from: number, to: number) =>
    new Map(
      seriesUpTo.all({ runId, from }).map(({ id, name }) => {
        const values = points
          .all(id, from, to)
          .map(([step, value, kind]) => [step, value ?? nonFiniteValues[kind ?? 'nan']] as const);
        return [name, new Map(values)] as const;
      }),
    );

  return {
    /** All that `body` writes is committed together, or none of it when it throws; other writers wait meanwhile. */
    together: async <T>(body: () => Promise<T>): Promise<T> => {
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = await body();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK');
        throw error;
      }
    },
    findRun: (uid: string) => findRun.get(uid),
    /** The new run's id; undefined when it is here already. */
    addRun: ({ tags, config, engine, ...run }: ArrivingRun): RunId | undefined => {
      if (findRun.get(run.uid) !== undefined) return undefined;
      const row = { ...run, config: JSON.stringify(config), engine: engine && JSON.stringify(engine) };
      const runId = Number(addRun.run(row).lastInsertRowid);
      for (const tag of tags) addTag.run(runId, tag);
      return runId;
    },
    /** Nothing changes where the parent is not here. */
    setParent: (runId: RunId, parentUid: string) => void setParent.run(parentUid, runId),
    /** Writes those of `steps`, given in order, that are not here as they are. */
    addPoints: (runId: RunId, steps: readonly StepMetrics[]): PointCounts => {
      const [first, last] = [steps[0], steps.at(-1)];
      const counts = { new: 0, changed: 0, unchanged: 0 };
      if (!first || !last) return counts;
      const stored = findStored(runId, first.step, last.step);
      // What is fresh from end to end is not looked at point by point.
      if (stored.size === 0) {
        metric.appendMany(runId, steps);
        return { ...counts, new: steps.reduce((sum, { values }) => sum + Object.keys(values).length, 0) };
      }
      const fresh = steps.flatMap((step) => {
        const names = Object.keys(step.values).filter((name) => {
          const old = stored.get(name)?.get(step.step);
          const fate = old === undefined ? 'new' : isSame(old, step.values[name]) ? 'unchanged' : 'changed';
          counts[fate] += 1;
          return fate !== 'unchanged';
        });
        if (names.length === Object.keys(step.values).length) return [step];
        const values = Object.fromEntries(names.map((name) => [name, step.values[name] as number]));
        return names.length > 0 ? [{ ...step, values }] : [];
      });
      metric.appendMany(runId, fresh);
      return counts;
    },
  };
}

/** Not by bits: SQLite keeps no sign of zero. */
const isSame = (a: number, b: number | undefined) => a === b || (Number.isNaN(a) && Number.isNaN(b));
