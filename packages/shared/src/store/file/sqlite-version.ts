import type { Database } from 'better-sqlite3';
import { ExplainedError } from '../../domain/errors.ts';

export const sqliteVersion = (db: Database) => db.prepare('SELECT sqlite_version()').pluck().get() as string;

/** Versions 3.7.0 to 3.51.2 can lose commits when several connections write (the WAL-reset bug). */
export function refuseOldSqlite(db: Database): void {
  const version = sqliteVersion(db);
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (major * 1e6 + minor * 1e3 + patch >= 3_051_003) return;
  throw new ExplainedError(`SQLite ${version} can lose commits; Duality needs 3.51.3 or newer: run npm ci`);
}
