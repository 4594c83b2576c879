import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { formatBytes } from '../../domain/bytes.ts';
import { ConflictError } from '../../domain/errors.ts';
import type { Run, RunId } from '../../domain/run.ts';
import { checkpointFolder } from '../checkpoint.ts';
import type { runStore } from '../run.ts';
import type { auditStore } from './audit.ts';
import type { sizeOf } from './size.ts';

interface Needed {
  run: ReturnType<typeof runStore>;
  audit: ReturnType<typeof auditStore>;
  file: string;
  size: ReturnType<typeof sizeOf>;
}

/** What a purge gave back. */
export interface Freed {
  runId: RunId;
  name: string;
  bytes: number;
}

interface PurgeOptions {
  /** As the audit names who did it. */
  actor?: string | undefined;
  /** Ends it between two slices, to be gone on with later; it throws an AbortError then. */
  signal?: AbortSignal | undefined;
}

/** Rows a transaction: some 20 ms. */
const sliceRows = 20_000;
const sliceGrids = 200;
/** Between two of them, so that a writer who waits gets its turn: SQLite's waiting ones look again after at most 100 ms. */
const restMs = 15;

export function purgeOf(db: Database, { run, audit, file, size }: Needed) {
  const setBytes = db.prepare('UPDATE run SET purge_bytes = ? WHERE id = ? AND purge_bytes IS NULL');
  const bytesOf = db.prepare<[RunId], number | null>('SELECT purge_bytes FROM run WHERE id = ?').pluck();
  const dropCheckpoints = db.prepare('DELETE FROM checkpoint WHERE run_id = ?');
  const waiting = db.prepare<[RunId], { id: RunId; name: string; step: number; removedAt: number | null }>(
    `SELECT id, name, parent_step AS step, removed_at AS removedAt FROM run AS clone
     WHERE parent_run_id = ? AND purge_bytes IS NULL
       AND NOT EXISTS (SELECT 1 FROM checkpoint WHERE checkpoint.run_id = clone.id) LIMIT 1`,
  );
  const slices = [
    `DELETE FROM metric WHERE (series_id, step) IN
       (SELECT series_id, step FROM series JOIN metric ON series_id = series.id WHERE run_id = ? LIMIT ${sliceRows})`,
    `DELETE FROM pyramid WHERE (series_id, level, bucket) IN (SELECT series_id, level, bucket
       FROM series JOIN pyramid ON series_id = series.id WHERE run_id = ? LIMIT ${sliceRows})`,
    `DELETE FROM sample_grid WHERE id IN (SELECT id FROM sample_grid WHERE run_id = ? LIMIT ${sliceGrids})`,
    `DELETE FROM log WHERE seq IN (SELECT seq FROM log WHERE run_id = ? LIMIT ${sliceRows})`,
    // Not the newest of all: its number would be given again, and pages would miss what gets it.
    `DELETE FROM change WHERE seq IN (SELECT seq FROM change
       WHERE run_id = ? AND kind <> 'purged' AND seq < (SELECT max(seq) FROM change) LIMIT ${sliceRows})`,
  ].map((sql) => db.prepare<[RunId]>(sql));
  const dropRun = db.prepare<[RunId]>('DELETE FROM run WHERE id = ?');

  /** From here on the run can only be deleted: it cannot come back, and no clone can start from it. */
  const begin = db.transaction((id: RunId): Run => {
    const found = run.get(id);
    if (found.removedAt === null) {
      throw new ConflictError(`run ${id} “${found.name}” is not in the trash; remove it first`);
    }
    const clone = waiting.get(id);
    if (clone) {
      throw new ConflictError(
        `run ${id} “${found.name}” cannot be deleted for good: run ${clone.id} “${clone.name}”, a clone of it` +
          `${clone.removedAt === null ? '' : ' in the trash'}, has yet to start from its checkpoint of step ${clone.step}`,
      );
    }
    setBytes.run(size(found), id);
    dropCheckpoints.run(id);
    return found;
  });
  const finish = db.transaction(({ id, name, uid, lastStep, experiment }: Run, actor?: string): number => {
    const bytes = bytesOf.get(id) ?? 0;
    if (dropRun.run(id).changes === 0) return bytes; // another process was faster
    const summary = `Deleted run ${id} “${name}” (${uid}) of experiment “${experiment}” for good: ${lastStep} steps, about ${formatBytes(bytes)}`;
    const whyFinal = 'nothing of it is left';
    audit.perform({ action: 'purge', summary, runIds: [id], ...(actor && { actor }) }, () => ({ whyFinal }));
    return bytes;
  });

  return async (id: RunId, { actor, signal }: PurgeOptions = {}): Promise<Freed> => {
    const doomed = begin.immediate(id);
    rmSync(checkpointFolder({ file }, id), { recursive: true, force: true });
    for (const slice of slices) while (slice.run(id).changes > 0) await setTimeout(restMs, undefined, { signal });
    return { runId: id, name: doomed.name, bytes: finish.immediate(doomed, actor) };
  };
}
