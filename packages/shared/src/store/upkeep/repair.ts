import type { Database } from 'better-sqlite3';
import { foldOver } from '../metric/fold.ts';
import { pyramidWriter } from '../metric/pyramid.ts';
import { behindSql } from './check.ts';
import { compareSeries } from './check-pyramid.ts';

export interface Repaired {
  series: number;
  runs: number;
}

/** Makes wrong sums and last steps anew from the points. Deletes no data. Trainers wait while a series is rebuilt. */
export function repairStore(db: Database): Repaired {
  const compare = db.transaction(() => [...compareSeries(db, () => {})]);
  const wrong = compare().filter(({ differences }) => differences > 0);
  const fold = foldOver(db);
  const pyramid = pyramidWriter(db, fold);
  const announce = db.prepare('UPDATE run SET metric_writes = random() >> 16 WHERE id = ?');
  const rebuild = db.transaction((id: number, runId: number) => {
    announce.run(runId); // so that a trainer at work reads its sums anew
    pyramid.rebuild(id, fold.eachPoint(id));
  });
  for (const { id, runId } of wrong) rebuild.immediate(id, runId);
  const { changes } = db
    .prepare(`UPDATE run SET last_step = newest FROM (${behindSql}) AS behind WHERE run.id = behind.id`)
    .run();
  return { series: wrong.length, runs: changes };
}
