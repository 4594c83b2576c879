import type { Database } from 'better-sqlite3';
import { NotFoundError } from '../domain/errors.ts';
import { type Estimate, type Evaluation, EvaluationDetail, type MetricCertainty } from '../domain/evaluation.ts';
import type { RunId } from '../domain/run.ts';

export interface NewEvaluation {
  step: number;
  /** By the names of the metrics; the values themselves are metrics. */
  estimates: Record<string, Estimate>;
  /** What held-out samples score by the same measures, where that is known anew. */
  floors?: Record<string, Estimate> | undefined;
  detail: EvaluationDetail;
  /** PNG of samples over their nearest training images. */
  neighbours?: Uint8Array | undefined;
}

interface Row {
  name: string;
  step: number;
  low: number;
  high: number;
}

export function evaluationStore(db: Database) {
  const insert = db.prepare<[RunId, number, string, Uint8Array | null, number]>(
    'INSERT OR REPLACE INTO evaluation (run_id, step, detail, neighbours, created_at) VALUES (?, ?, ?, ?, ?)',
  );
  const insertInterval = db.prepare<[RunId, string, number, number, number]>(
    'INSERT OR REPLACE INTO metric_interval (run_id, name, step, low, high) VALUES (?, ?, ?, ?, ?)',
  );
  const insertFloor = db.prepare<[RunId, string, number, number, number]>(
    'INSERT OR REPLACE INTO metric_floor (run_id, name, value, low, high) VALUES (?, ?, ?, ?, ?)',
  );
  const intervals = db.prepare<[RunId], Row>(
    'SELECT name, step, low, high FROM metric_interval WHERE run_id = ? ORDER BY name, step',
  );
  const floors = db.prepare<[RunId], Estimate & { name: string }>(
    'SELECT name, value, low, high FROM metric_floor WHERE run_id = ? ORDER BY name',
  );
  const ofRun = db.prepare<[RunId], Omit<Evaluation, 'hasNeighbours'> & { hasNeighbours: number }>(
    `SELECT id, run_id AS runId, step, neighbours IS NOT NULL AS hasNeighbours
     FROM evaluation WHERE run_id = ? ORDER BY step`,
  );
  const detail = db.prepare<[number], string>('SELECT detail FROM evaluation WHERE id = ?').pluck();
  const picture = db.prepare<[number], Buffer | null>('SELECT neighbours FROM evaluation WHERE id = ?').pluck();
  const add = db.transaction((runId: RunId, found: NewEvaluation, now: number): void => {
    const { step, estimates, floors = {}, detail, neighbours } = found;
    insert.run(runId, step, JSON.stringify(detail), neighbours ?? null, now);
    for (const [name, { low, high }] of Object.entries(estimates)) {
      if (Number.isFinite(low) && Number.isFinite(high)) insertInterval.run(runId, name, step, low, high);
    }
    for (const [name, { value, low, high }] of Object.entries(floors)) {
      if ([value, low, high].every(Number.isFinite)) insertFloor.run(runId, name, value, low, high);
    }
  });
  return {
    /** Commits what an evaluation found; a repeated step replaces. An interval or floor without numbers is left out. */
    add: (runId: RunId, found: NewEvaluation, now = Date.now()): void => add(runId, found, now),
    /** In step order. */
    list: (runId: RunId): Evaluation[] =>
      ofRun.all(runId).map((row) => ({ ...row, hasNeighbours: row.hasNeighbours > 0 })),
    getDetail: (id: number): EvaluationDetail => EvaluationDetail.parse(JSON.parse(found(detail.get(id), id))),
    getNeighbours: (id: number): Buffer => found(picture.get(id), id),
    /** Of each metric that has one. */
    listFloors: (runId: RunId): Record<string, number> =>
      Object.fromEntries(floors.all(runId).map(({ name, value }) => [name, value])),
    /** Of each metric that has any. */
    listCertainty: (runId: RunId): MetricCertainty[] => {
      const byName = new Map<string, MetricCertainty>();
      const of = (name: string): MetricCertainty => {
        const known = byName.get(name) ?? { name, steps: [], lows: [], highs: [], floor: null };
        byName.set(name, known);
        return known;
      };
      for (const { name, step, low, high } of intervals.all(runId)) {
        const { steps, lows, highs } = of(name);
        steps.push(step);
        lows.push(low);
        highs.push(high);
      }
      for (const { name, ...floor } of floors.all(runId)) of(name).floor = floor;
      return [...byName.values()];
    },
  };
}

function found<T>(value: T | null | undefined, id: number): T {
  if (value === null || value === undefined) throw new NotFoundError(`there is no evaluation ${id} with that`);
  return value;
}
