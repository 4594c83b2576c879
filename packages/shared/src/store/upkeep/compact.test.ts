import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStore } from '../index.ts';
import { aRequest, useTestStore } from '../test-store.ts';
import { openUpkeep } from './upkeep.ts';

const lab = useTestStore();

/** A file as Duality once made them, in pages of 4096 bytes, two thirds of which are holes. */
function makeOld(): string {
  const file = join(dirname(lab.file), 'old.db');
  const empty = new Sqlite(file);
  empty.pragma('page_size = 4096');
  empty.pragma('journal_mode = WAL');
  empty.close();
  const store = openStore(file);
  const runs = [1, 2, 3].map(() => store.run.queue(aRequest()).id);
  for (const id of runs) {
    const steps = Array.from({ length: 3000 }, (_, i) => ({ step: i, values: { a: i / 7, b: Number.NaN } }));
    store.metric.appendMany(id, steps);
  }
  store.close();
  const outside = new Sqlite(file);
  outside.exec('DELETE FROM run WHERE id < 3');
  outside.close();
  return file;
}

function dump(file: string) {
  const db = new Sqlite(file, { readonly: true });
  const tables = db.prepare<[], string>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%'",
  );
  const rows = tables
    .pluck()
    .all()
    .map((name) => [name, db.prepare(`SELECT * FROM ${name}`).all()]);
  const pragmas = ['page_size', 'journal_mode', 'user_version', 'freelist_count', 'application_id'];
  const settings = Object.fromEntries(pragmas.map((name) => [name, db.pragma(name, { simple: true })]));
  db.close();
  return { rows, settings };
}

function compact(file: string) {
  const upkeep = openUpkeep(file);
  try {
    return upkeep.compact(() => {});
  } finally {
    upkeep.close();
  }
}

test('an old file loses its holes and gets the pages of today, and not a row', () => {
  const file = makeOld();
  const before = dump(file);
  expect(before.settings).toMatchObject({ page_size: 4096, journal_mode: 'wal' });
  const result = compact(file);
  const after = dump(file);
  expect(after.rows).toEqual(before.rows);
  expect(after.settings).toEqual({ ...before.settings, page_size: 2048, freelist_count: 0 });
  expect(result).toEqual({
    bytesBefore: expect.any(Number),
    bytesAfter: statSync(file).size,
    pageSizeBefore: 4096,
    pageSizeAfter: 2048,
  });
  expect(result.bytesAfter).toBeLessThan(result.bytesBefore / 2);
  openStore(file).close();
});

test('it is refused while a scheduler or a trainer is at work, or anyone has it open', () => {
  const { run, lease } = lab.store;
  expect(run.count()).toBe(0); // from its first read on, a connection keeps the file in WAL mode
  expect(() => compact(lab.file)).toThrow(/test\.db is open in another program/);
  const { id } = run.begin(aRequest(), 'terminal', null);
  expect(() => compact(lab.file)).toThrow(/test\.db is in use: run 1 is training; stop it/);
  run.end(id, 'completed', null);
  lease.hold('scheduler', 'scheduler 7 on here', 60_000);
  expect(() => compact(lab.file)).toThrow(/test\.db is in use by the scheduler 7 on here/);
  lease.release('scheduler', 'scheduler 7 on here');
  lab.store.metric.append(id, 1, { a: 1 });
  lab.store.close();
  expect(compact(lab.file).bytesAfter).toBe(statSync(lab.file).size);
});

test('nobody comes between while it is compacted', () => {
  lab.store.close();
  const upkeep = openUpkeep(lab.file);
  const outside = new Sqlite(lab.file, { timeout: 0 });
  const probe = () => outside.prepare('SELECT count(*) FROM run').get();
  upkeep.compact(() => expect(probe).toThrow('database is locked'));
  upkeep.close();
  expect(probe()).toEqual({ 'count(*)': 0 });
  outside.close();
});
