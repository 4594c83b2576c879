import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '@duality/shared/store';
import { openUpkeep } from '@duality/shared/upkeep';
import { addSweep } from '../fixtures/add-sweep.ts';
import { seedStore } from '../fixtures/seed-store.ts';
import { type ServedStore, serveStore } from '../fixtures/serve-store.ts';
import { demand } from './target.ts';

export interface Lab extends ServedStore {
  file: string;
}

/** The built dashboard over a small store with a run of each kind. */
export async function serveLab(folder: string): Promise<Lab> {
  const file = join(folder, 'duality.db');
  seedStore(file, { steps: 200 });
  const store = openStore(file);
  addSweep(store);
  store.close();
  return { ...(await serveStore(file)), file };
}

/** Throws unless the store keeps all that it promises, sums and references included. */
export function demandWhole(file: string): void {
  const store = openUpkeep(file);
  try {
    for (const { name, problems } of store.check()) {
      demand(problems.length === 0, `the store is harmed (${name}): ${problems[0]?.message}`);
    }
  } finally {
    store.close();
  }
}

const tables = ['run', 'metric', 'series', 'sample_grid', 'checkpoint', 'log', 'tag', 'sweep', 'trial', 'audit'];

/** How many rows each table has, and what runs are. */
export function fingerprint(file: string): string {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const there = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
      .map(({ name }) => String(name));
    const counts = tables
      .filter((table) => there.includes(table))
      .map((table) => [table, db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n]);
    return JSON.stringify([counts, db.prepare('SELECT * FROM v_run ORDER BY run_id').all()]);
  } finally {
    db.close();
  }
}
