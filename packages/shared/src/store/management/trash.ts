import type { Database } from 'better-sqlite3';
import { ConflictError } from '../../domain/errors.ts';
import { expiryOf } from '../../domain/management.ts';
import type { Run } from '../../domain/run.ts';
import type { runStore } from '../run.ts';
import { parseRun, type Row, runColumns } from '../run-row.ts';
import type { auditStore } from './audit.ts';
import { type Freed, purgeOf } from './purge.ts';
import { sizeOf } from './size.ts';

interface Needed {
  run: ReturnType<typeof runStore>;
  audit: ReturnType<typeof auditStore>;
  file: string;
}

/** A run in the trash. */
export interface Discarded {
  run: Run;
  /** From then on the scheduler may delete it for good. */
  expiresAt: number;
  /** About how much space it takes, checkpoint files included. */
  bytes: number;
  /** It is being deleted, or that was interrupted: it cannot come back. */
  isPurging: boolean;
}

/** Runs that were removed, and their end. */
export function trashStore(db: Database, { run, audit, file }: Needed) {
  const removed = db.prepare<[], Row>(
    `SELECT ${runColumns} FROM run WHERE removed_at IS NOT NULL ORDER BY removed_at DESC, id DESC`,
  );
  const size = sizeOf(db);
  const purge = purgeOf(db, { run, audit, file, size });
  const list = db.transaction((): Discarded[] =>
    removed.all().map((row) => {
      const run = parseRun(row);
      const begun = row.purge_bytes as number | null;
      return { run, expiresAt: expiryOf(run), bytes: begun ?? size(run), isPurging: begun !== null };
    }),
  );
  return {
    /** The last removed first. */
    list: (): Discarded[] => list(),
    /**
     * Deletes a run in the trash for good: rows, pictures, log and checkpoint files, in slices between which others
     * can write. Interrupted, it is gone on with by the next call. Throws a ConflictError when a clone still needs it.
     */
    purge,
    /**
     * The same for all that have been in the trash for 30 days at `now`, and for those whose purge was interrupted.
     * `onBlocked` hears why one has to stay.
     */
    purgeExpired: async (
      now: number,
      onBlocked: (reason: string) => void = () => {},
      signal?: AbortSignal,
    ): Promise<Freed[]> => {
      const due = list().filter(({ expiresAt, isPurging }) => isPurging || expiresAt <= now);
      const freed: Freed[] = [];
      // Clones before their parents: while a clone is there, it may need the parent's checkpoint.
      for (const { run } of due.sort((a, b) => b.run.id - a.run.id)) {
        try {
          freed.push(await purge(run.id, { actor: 'scheduler', signal }));
        } catch (error) {
          if (!(error instanceof ConflictError)) throw error;
          onBlocked(error.message);
        }
      }
      return freed;
    },
  };
}
