import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { ExplainedError } from '../../domain/errors.ts';
import { explainStoreError } from './explain.ts';
import { refuseForeign, storeVersion, versionOf } from './migrate.ts';
import { refuseOldSqlite } from './sqlite-version.ts';
import { busyTimeoutMs } from './wal.ts';

/** Opens a store as it lies there: makes no file and migrates none, and refuses an older one unless that will do. */
export function openExisting(path: string, { olderWillDo = false } = {}): { db: Database; file: string } {
  const file = resolve(path);
  if (!existsSync(file)) throw new ExplainedError(`there is no store ${file}; name another with --store FILE`);
  let db: Database | undefined;
  try {
    db = new Sqlite(file, { fileMustExist: true, timeout: busyTimeoutMs });
    refuseOldSqlite(db);
    refuseForeign(db, file);
    refuseOther(db, file, olderWillDo);
    return { db, file };
  } catch (error) {
    db?.close();
    throw explainStoreError(error, file);
  }
}

function refuseOther(db: Database, file: string, olderWillDo: boolean): void {
  const version = versionOf(db);
  if (version === 0) throw new ExplainedError(`${file} is empty; name another with --store FILE`);
  if (version >= storeVersion || olderWillDo) return;
  throw new ExplainedError(
    `${file} is of an older Duality (store version ${version}, this one has ${storeVersion}); ` +
      'npm run schedule -- --check --store FILE brings it up to date',
  );
}
