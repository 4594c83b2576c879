import Sqlite, { type Database } from 'better-sqlite3';
import { rebuildAll } from '../metric/rebuild.ts';
import { applicationId, firstWithPyramid, migrations } from './migrate.ts';

/** Makes a store file as Duality of store version `version` left it: two runs with `steps` steps of three metrics. */
export function makeOldStore(file: string, version: number, steps: number, config: string): void {
  const db = new Sqlite(file);
  db.pragma('journal_mode = WAL');
  for (const sql of migrations.slice(0, version)) db.exec(sql);
  db.pragma(`user_version = ${version}`);
  db.pragma(`application_id = ${applicationId}`);
  db.transaction(() => {
    for (const runId of [1, 2]) addRun(db, version, runId, steps, config);
    if (version >= firstWithPyramid) rebuildAll(db);
  })();
  db.close();
}

function addRun(db: Database, version: number, runId: number, steps: number, config: string): void {
  // Columns that came later, and have no default that two runs may share.
  const uid = version >= firstWithPyramid ? { names: ', uid', values: `, 'uid ${runId}'` } : { names: '', values: '' };
  db.prepare(
    `INSERT INTO run (name, experiment, preset, config, requested_engine, status, created_at, last_step${uid.names})
     VALUES ('old ' || ?, 'default', 'wgan-gp-mnist', ?, 'auto', 'completed', 1, ?${uid.values})`,
  ).run(runId, config, steps);
  const point = db.prepare('INSERT INTO metric (series_id, step, value, kind) VALUES (?, ?, ?, ?)');
  const change = db.prepare(
    "INSERT INTO change (run_id, kind, first_step, last_step, at) VALUES (?, 'metrics', ?, ?, ?)",
  );
  const addSeries = db.prepare('INSERT INTO series (run_id, name) VALUES (?, ?)');
  const ids = ['criticLoss', 'generatorLoss', 'odd'].map((name) => addSeries.run(runId, name).lastInsertRowid);
  for (let step = 1; step <= steps; step++) {
    for (const [i, id] of ids.entries()) {
      const isOdd = (step * 7 + i) % 23 === 0;
      point.run(
        id,
        step,
        isOdd ? null : Math.sin(step * (i + 1)) / runId,
        isOdd ? ['nan', 'inf', '-inf'][step % 3] : null,
      );
    }
    change.run(runId, step, step, 1000 + step);
  }
  db.prepare('INSERT INTO checkpoint (run_id, step, bytes, sha256, created_at) VALUES (?, ?, 7, ?, 1)').run(
    runId,
    steps,
    'a',
  );
  db.prepare("INSERT INTO log (run_id, at, level, message) VALUES (?, 5, 'info', 'said')").run(runId);
  db.prepare(
    `INSERT INTO sample_grid (run_id, step, columns, rows, width, height, created_at, png)
     VALUES (?, 1, 1, 1, 1, 1, 1, x'89504e470d0a1a0a')`,
  ).run(runId);
}
