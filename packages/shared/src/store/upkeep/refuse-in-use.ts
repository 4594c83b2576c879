import type { Database } from 'better-sqlite3';
import { ConflictError } from '../../domain/errors.ts';
import { leaseStore } from '../lease.ts';
import { runStore } from '../run.ts';
import { showsLife } from '../trainer-process.ts';

/** Throws a ConflictError that names the scheduler or the trainers that are at work on the store. */
export function refuseInUse(db: Database, file: string): void {
  const lease = leaseStore(db).find('scheduler');
  if (lease)
    throw new ConflictError(`${file} is in use by the ${lease.holder}; end it (Ctrl-C in npm start) and try again`);
  const busy = runStore(db)
    .listClaimed()
    .filter((claimed) => showsLife(claimed, Date.now()));
  if (busy.length === 0) return;
  const names = busy.map(({ run, process }) => `run ${run.id}${process ? ` (process ${process.pid})` : ''}`);
  throw new ConflictError(`${file} is in use: ${names.join(', ')} is training; stop it and try again`);
}
