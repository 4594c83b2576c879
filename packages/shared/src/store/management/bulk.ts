import type { Database } from 'better-sqlite3';
import { type BulkChange, type BulkOutcome, obstacleTo } from '../../domain/bulk.ts';
import type { RunId } from '../../domain/run.ts';
import type { runStore } from '../run.ts';
import type { manageStore } from './manage.ts';

interface Needed {
  run: ReturnType<typeof runStore>;
  manage: ReturnType<typeof manageStore>;
}

/** Changes of many runs at once: each is made of the runs that it can be made of, as one, and undone as one. */
export function bulkStore(db: Database, { run, manage }: Needed) {
  const isPurged = db.prepare<[RunId], number>('SELECT purge_bytes IS NOT NULL FROM run WHERE id = ?').pluck();
  const findObstacle = (change: BulkChange, id: RunId): string | undefined => {
    const found = run.find(id);
    if (!found) return 'deleted for good';
    return obstacleTo(change, found) ?? (isPurged.get(id) ? 'being deleted for good' : undefined);
  };
  const perform = (change: BulkChange, ids: RunId[]): number | null => {
    if (change.action === 'move') return manage.move(ids, change.experiment);
    if (change.action === 'tag' || change.action === 'untag') return manage[change.action](ids, change.tag);
    return manage[change.action](ids);
  };
  const change = db.transaction((wanted: BulkChange): BulkOutcome => {
    const ids: RunId[] = [];
    const left = new Map<string, number>();
    for (const id of new Set(wanted.runIds)) {
      const obstacle = findObstacle(wanted, id);
      if (obstacle === undefined) ids.push(id);
      else left.set(obstacle, (left.get(obstacle) ?? 0) + 1);
    }
    const auditId = ids.length > 0 ? perform(wanted, ids) : null;
    return { done: ids.length, auditId, left: [...left].map(([reason, count]) => ({ reason, count })) };
  });
  return {
    /** What cannot be made of some runs is told with their number, and done to the others. */
    changeMany: (wanted: BulkChange): BulkOutcome => change.immediate(wanted),
  };
}
