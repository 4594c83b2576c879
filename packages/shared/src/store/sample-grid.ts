import type { Database } from 'better-sqlite3';
import { NotFoundError } from '../domain/errors.ts';
import type { RunId } from '../domain/run.ts';
import { SampleGrid } from '../domain/sample-grid.ts';

export interface NewSampleGrid extends Omit<SampleGrid, 'id' | 'createdAt'> {
  png: Uint8Array;
}

export function sampleGridStore(db: Database) {
  const columns = 'id, run_id AS runId, step, columns, rows, width, height, created_at AS createdAt';
  const insert = db.prepare<[NewSampleGrid & { now: number }]>(
    `INSERT OR REPLACE INTO sample_grid (run_id, step, columns, rows, width, height, created_at, png)
     VALUES (@runId, @step, @columns, @rows, @width, @height, @now, @png)`,
  );
  const ofRun = db.prepare<[RunId], unknown>(`SELECT ${columns} FROM sample_grid WHERE run_id = ? ORDER BY step`);
  const ofRuns = db.prepare<[string], unknown>(
    `SELECT ${columns} FROM sample_grid WHERE run_id IN (SELECT value FROM json_each(?)) ORDER BY run_id, step`,
  );
  const at = db.prepare<[RunId, number], unknown>(`SELECT ${columns} FROM sample_grid WHERE run_id = ? AND step = ?`);
  const png = db.prepare<[number], Buffer>('SELECT png FROM sample_grid WHERE id = ?').pluck();
  return {
    add: (grid: NewSampleGrid, now = Date.now()) => void insert.run({ ...grid, now }),
    /** In step order. */
    list: (runId: RunId): SampleGrid[] => ofRun.all(runId).map((row) => SampleGrid.parse(row)),
    /** The same of many runs, one after the other. */
    listOfRuns: (runIds: readonly RunId[]): SampleGrid[] =>
      ofRuns.all(JSON.stringify(runIds)).map((row) => SampleGrid.parse(row)),
    find: (runId: RunId, step: number): SampleGrid | undefined => {
      const row = at.get(runId, step);
      return row ? SampleGrid.parse(row) : undefined;
    },
    getPng: (id: number): Buffer => {
      const bytes = png.get(id);
      if (!bytes) throw new NotFoundError(`there is no sample grid ${id}`);
      return bytes;
    },
  };
}
