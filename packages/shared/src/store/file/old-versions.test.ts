import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openStore, storeVersion } from '../index.ts';
import { aRequest, useTestStore } from '../test-store.ts';
import { openUpkeep } from '../upkeep/upkeep.ts';
import { migrations } from './migrate.ts';
import { makeOldStore } from './old-store.ts';

const lab = useTestStore();
const beside = (name: string) => join(dirname(lab.file), name);

/** Of each migration that people have in their files: it never changes. A new one gets a line when it is released. */
const released = [
  '4081455eb7c2de59',
  '113182141b0d7de5',
  '95cdd836fcf38ba6',
  '60fbd88d79b6890d',
  'bb7de97cdf7f8714',
  '2c2c55b36f541ac2',
  '9375dba517931a71',
  'af805b70068b7acc',
  '7870e1238578dd83',
  'd7fe92cc10864d71',
];

test('a migration that was released is as it was', () => {
  const hashes = migrations.map((sql) => createHash('sha256').update(sql).digest('hex').slice(0, 16));
  expect(hashes.slice(0, released.length)).toEqual(released);
});

const tables = ['run', 'series', 'metric', 'sample_grid', 'checkpoint', 'log', 'change'];

/** Rows of each table, of the columns that version 1 had. */
function readRows(file: string) {
  const first = new Sqlite(':memory:');
  first.exec(migrations[0] as string);
  const db = new Sqlite(file, { readonly: true });
  const rows = tables.map((table) => {
    const columns = (first.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name).join(', ');
    return [table, db.prepare(`SELECT ${columns} FROM ${table} ORDER BY 1, 2`).raw().all()];
  });
  first.close();
  db.close();
  return Object.fromEntries(rows);
}

/** What there is of tables, columns, indices, triggers and views. */
function readSchema(file: string) {
  const db = new Sqlite(file, { readonly: true });
  const objects = db
    .prepare<[], [type: string, name: string]>('SELECT type, name FROM sqlite_schema ORDER BY 1, 2')
    .raw()
    .all();
  const columns = objects.map(([, name]) => db.pragma(`table_xinfo("${name}")`));
  for (const [type, name] of objects) if (type === 'view') db.prepare(`SELECT * FROM ${name}`).all();
  db.close();
  return { objects, columns };
}

function findProblems(file: string) {
  const upkeep = openUpkeep(file);
  const problems = [...upkeep.check()].flatMap((check) => check.problems);
  upkeep.close();
  return problems;
}

describe.each(Array.from({ length: storeVersion - 1 }, (_, i) => i + 1))('a file of version %i', (version) => {
  const make = (steps = 3000): string => {
    const file = beside(`version-${version}.db`);
    makeOldStore(file, version, steps, JSON.stringify(aRequest().config));
    return file;
  };

  test('keeps every row, gets true sums, and is then as a new one', () => {
    const file = make();
    const before = readRows(file);
    openStore(file).close();
    expect(readRows(file)).toEqual(before);
    expect(findProblems(file)).toEqual([]);
    expect(readSchema(file)).toEqual(readSchema(lab.file));
  });

  test('can be written and read', () => {
    const file = make();
    const store = openStore(file);
    for (let step = 2990; step <= 3100; step++) store.metric.append(1, step, { criticLoss: step, newcomer: 1 });
    expect(store.run.get(1).lastStep).toBe(3100);
    const [curve] = [...store.series.list(1, { width: 100 })].filter(({ name }) => name === 'criticLoss');
    expect(curve?.highs.at(-1)).toBe(3100);
    expect(store.run.get(store.run.queue(aRequest()).id)).toMatchObject({ id: 3, status: 'queued' });
    store.close();
    expect(findProblems(file)).toEqual([]);
  });

  test('can be backed up as it is', async () => {
    const file = make(100);
    const upkeep = openUpkeep(file, { olderWillDo: true });
    await upkeep.backUp(beside('backup.db'), undefined, () => {});
    upkeep.close();
    const copy = new Sqlite(beside('backup.db'), { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(version);
    copy.close();
    expect(readRows(beside('backup.db'))).toEqual(readRows(file));
  });
});
