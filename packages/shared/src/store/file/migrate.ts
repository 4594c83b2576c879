import type { Database } from 'better-sqlite3';
import { ExplainedError, StoreVersionError } from '../../domain/errors.ts';
import { rebuildAll } from '../metric/rebuild.ts';
import { runs } from '../migrations/001-runs.ts';
import { clones } from '../migrations/002-clones.ts';
import { pyramid } from '../migrations/003-pyramid.ts';
import { management } from '../migrations/004-management.ts';
import { pins } from '../migrations/005-pins.ts';
import { savedViews } from '../migrations/006-saved-views.ts';
import { sweeps } from '../migrations/007-sweeps.ts';
import { evaluations } from '../migrations/008-evaluations.ts';
import { removedTrials } from '../migrations/009-removed-trials.ts';
import { places } from '../migrations/010-places.ts';

/** In order and append-only: the file's user_version counts how many it has had. */
export const migrations = [
  runs,
  clones,
  pyramid,
  management,
  pins,
  savedViews,
  sweeps,
  evaluations,
  removedTrials,
  places,
];
export const storeVersion = migrations.length;

export const firstWithPyramid = 3;

/** "Dual" in ASCII: marks the file as ours for us and for `file(1)`. */
export const applicationId = 0x4475616c;

export const versionOf = (db: Database) => db.pragma('user_version', { simple: true }) as number;

/** Brings a new or older file up to date; refuses files of other programs and of newer versions untouched. */
export function migrate(db: Database, file: string): void {
  refuseForeign(db, file);
  if (versionOf(db) === storeVersion) return;
  // Immediate: of two processes that start at once, the second waits and then finds nothing left to do.
  db.transaction(() => {
    const found = versionOf(db);
    for (let version = found; version < storeVersion; version++) {
      db.exec(migrations[version] as string);
      db.pragma(`user_version = ${version + 1}`);
    }
    db.pragma(`application_id = ${applicationId}`);
    if (found > 0 && found < firstWithPyramid) rebuildAll(db);
  }).immediate();
}

export function refuseForeign(db: Database, file: string): void {
  const version = versionOf(db);
  const owner = db.pragma('application_id', { simple: true });
  const isEmpty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (owner !== applicationId && !isEmpty) {
    throw new ExplainedError(`${file} is an SQLite database of another program; choose another with --store FILE`);
  }
  if (version > storeVersion) {
    throw new StoreVersionError(
      `${file} was written by a newer Duality (store version ${version}, this one knows ${storeVersion}); ` +
        'update Duality, or choose another with --store FILE',
    );
  }
}
