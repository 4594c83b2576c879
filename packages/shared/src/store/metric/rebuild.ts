import type { Database } from 'better-sqlite3';
import { foldOver } from './fold.ts';
import { pyramidWriter } from './pyramid.ts';

/** Makes the pyramid of every series anew from its points. Belongs into a transaction. */
export function rebuildAll(db: Database): void {
  const fold = foldOver(db);
  const pyramid = pyramidWriter(db, fold);
  const ids = db.prepare<[], number>('SELECT id FROM series').pluck().all();
  for (const id of ids) pyramid.rebuild(id, fold.eachPoint(id));
}
