import { statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { ExplainedError } from '../../domain/errors.ts';

/**
 * Throws once the file that is open is no longer the one of its name: SQLite would go on writing to a file that nobody
 * can find. Looks every so often, since a look costs as much as a small read.
 */
export function fileGuard(db: Database, everyMs = 1000): () => void {
  const opened = statSync(db.name, { bigint: true });
  let lookedAt = performance.now();
  return () => {
    if (performance.now() - lookedAt < everyMs) return;
    const found = statSync(db.name, { bigint: true, throwIfNoEntry: false });
    if (found?.ino !== opened.ino || found.dev !== opened.dev) {
      throw new ExplainedError(
        `${db.name} was ${found ? 'replaced' : 'deleted'} while it was open; put it back or start again (the last second's steps went with it)`,
      );
    }
    lookedAt = performance.now();
  };
}
