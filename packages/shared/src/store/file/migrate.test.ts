import { existsSync, mkdirSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { StoreVersionError } from '../../domain/errors.ts';
import { openStore, storeVersion } from '../index.ts';
import { runs } from '../migrations/001-runs.ts';
import { aRequest, useTestStore } from '../test-store.ts';

const lab = useTestStore();
const beside = (name: string) => join(dirname(lab.file), name);

test('a new file is brought up to date and marked as ours', () => {
  const outside = new Sqlite(lab.file, { readonly: true });
  expect(outside.pragma('user_version', { simple: true })).toBe(storeVersion);
  expect(outside.pragma('application_id', { simple: true })).toBe(0x4475616c);
  expect(outside.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(outside.pragma('integrity_check', { simple: true })).toBe('ok');
  outside.close();
});

test('opening again keeps what is there, and folders are made where they are missing', () => {
  lab.store.run.queue(aRequest());
  expect(lab.reopen().run.count()).toBe(1);
  openStore(beside('a/b/c.db')).close();
});

test('a file that lacks a column of its version is refused in a sentence, and let go', () => {
  const lacking = beside('lacking.db');
  openStore(lacking).close();
  const other = new Sqlite(lacking);
  other.exec('ALTER TABLE alert RENAME COLUMN message TO words');
  other.close();
  for (let i = 0; i < 3; i++) {
    expect(() => openStore(lacking)).toThrow(/lacking\.db lacks a part .*message.*backup.*--store FILE/);
  }
  const open = existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').map(targetOf) : [];
  expect(open.filter((file) => file.startsWith(lacking))).toEqual([]);
});

function targetOf(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return ''; // the one that listed the folder
  }
}

test('a file of a newer version is refused and left as it was', () => {
  const newer = new Sqlite(lab.file);
  newer.pragma(`user_version = ${storeVersion + 1}`);
  newer.close();
  expect(() => openStore(lab.file)).toThrow(StoreVersionError);
  expect(() => openStore(lab.file)).toThrow(/test\.db was written by a newer Duality .*--store FILE/);
});

test('a file of version 1 keeps its runs, which have no parents', () => {
  const file = beside('one.db');
  const old = new Sqlite(file);
  old.exec(runs);
  old.pragma('user_version = 1');
  old.pragma(`application_id = ${0x4475616c}`);
  old
    .prepare(
      `INSERT INTO run (name, experiment, preset, config, requested_engine, status, created_at, last_step)
       VALUES ('old', 'default', 'wgan-gp-mnist', ?, 'auto', 'completed', 1, 7)`,
    )
    .run(JSON.stringify(aRequest().config));
  old.close();
  const store = openStore(file);
  expect(store.run.get(1)).toMatchObject({ name: 'old', status: 'completed', lastStep: 7, parent: null });
  store.close();
});

test('what is not ours is refused by name', () => {
  writeFileSync(beside('text.db'), 'this is no database, however long the text may be'.repeat(100));
  expect(() => openStore(beside('text.db'))).toThrow(
    /text\.db is not a Duality store \(not an SQLite database\); choose another with --store FILE$/,
  );
  const foreign = new Sqlite(beside('foreign.db'));
  foreign.exec('CREATE TABLE song (title)');
  foreign.close();
  expect(() => openStore(beside('foreign.db'))).toThrow(/foreign\.db is an SQLite database of another program/);
  mkdirSync(beside('folder.db'));
  expect(() => openStore(beside('folder.db'))).toThrow(/folder\.db cannot be opened/);
});

test('the views of the contract have their columns', () => {
  const outside = new Sqlite(lab.file, { readonly: true });
  const columns = (view: string) =>
    (outside.pragma(`table_info(${view})`) as { name: string }[]).map(({ name }) => name).join(' ');
  expect(columns('v_run')).toBe(
    'run_id name experiment preset status reason seed engine created_at started_at ended_at last_step config_json ' +
      'parent_run_id parent_step uid notes archived_at tags_json',
  );
  expect(columns('v_metric')).toBe('run_id name step value time_ms kind');
  expect(columns('v_sample_grid')).toBe('run_id step columns rows width height png');
  expect(columns('v_checkpoint')).toBe('run_id step bytes sha256');
  outside.close();
});
