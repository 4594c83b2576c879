import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore, storeVersion } from '@duality/shared/store';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Ended, expectOneLine, makeFolder, query, run, tiny } from './lab.ts';

const doors: [name: string, door: string, args: string[]][] = [
  ['train', 'train', [...tiny, '--steps', '1']],
  ['schedule --check', 'schedule', ['--check']],
];

describe.each(doors)('%s refuses, untouched and in one line,', (_name, door, args) => {
  const expectRefusal = (folder: string, store: string, ...says: RegExp[]) =>
    expectRefused(run(folder, door, [...args, '--store', store]), store, says);

  test('a file that is not SQLite', async () => {
    const folder = makeFolder();
    const store = join(folder, 'notes.db');
    const text = 'My notes on Wasserstein distances. '.repeat(200);
    writeFileSync(store, text);
    await expectRefusal(folder, store, /not a Duality store/, /--store/);
    expect(readFileSync(store, 'utf8')).toBe(text);
    expect(readdirSync(folder)).toEqual(['notes.db']);
  });

  test('a database of another program', async () => {
    const folder = makeFolder();
    const store = join(folder, 'mail.db');
    tamper(store, 'CREATE TABLE mail (subject TEXT); INSERT INTO mail VALUES (1)');
    const before = readFileSync(store);
    await expectRefusal(folder, store, /another program/, /--store/);
    expect(readFileSync(store).equals(before)).toBe(true);
  });

  test('a store of a newer version', async () => {
    const folder = makeFolder();
    const store = join(folder, 'lab.db');
    openStore(store).close();
    tamper(store, 'PRAGMA user_version = 999');
    await expectRefusal(folder, store, /newer/, /999/, new RegExp(`\\b${storeVersion}\\b`), /update Duality/);
    expect(query(store, 'PRAGMA user_version')).toEqual([{ user_version: 999 }]);
    expect(query(store, 'SELECT * FROM v_run')).toEqual([]);
  });

  test('a folder', async () => {
    const folder = makeFolder();
    const store = join(folder, 'lab.db');
    mkdirSync(store);
    await expectRefusal(folder, store, /--store/);
    expect(readdirSync(store)).toEqual([]);
  });

  test('a place below a file', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'file'), 'not a folder');
    await expectRefusal(folder, join(folder, 'file', 'lab.db'), /--store/);
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test('a place that cannot be written', async ({ skip }) => {
    const folder = makeFolder();
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    if (!makeUnwritable(locked)) skip('this user may write everywhere and may not mount');
    await expectRefusal(folder, join(locked, 'lab.db'), /cannot be (written|opened)/, /--store/);
    await expectRefusal(folder, join(locked, 'new', 'lab.db'), /cannot be (written|opened)/, /--store/);
    expect(readdirSync(locked)).toEqual([]);
  });

  test('a store without permission to write it', async ({ skip }) => {
    const folder = makeFolder();
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    if (!makeUnwritable(locked, (inside) => openStore(join(inside, 'lab.db')).close())) skip('may not mount');
    await expectRefusal(folder, join(locked, 'lab.db'), /cannot be (written|opened)/, /--store/);
  });

  test('a damaged store', async () => {
    const folder = makeFolder();
    const store = join(folder, 'lab.db');
    openStore(store).close();
    const bytes = readFileSync(store);
    writeFileSync(store, bytes.fill(0xa5, 100, 4096));
    await expectRefusal(folder, store, /damaged|not a Duality store/, /--store/);
    expect(readFileSync(store).equals(bytes)).toBe(true);
  });
});

test('the scheduler itself refuses a bad store as its check does', async () => {
  const folder = makeFolder();
  const store = join(folder, 'notes.db');
  writeFileSync(store, 'My notes on Wasserstein distances. '.repeat(200));
  await expectRefused(run(folder, 'schedule', ['--store', store]), store, [/not a Duality store/, /--store/]);
});

test('schedule --check accepts a good store without a word, and an empty file as the start of one', async () => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  writeFileSync(store, '');
  for (let i = 0; i < 2; i++) {
    expect(await run(folder, 'schedule', ['--check', '--store', store])).toEqual({
      code: 0,
      signal: null,
      stdout: '',
      stderr: '',
    });
  }
  expect(query(store, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(query(store, 'PRAGMA user_version')).toEqual([{ user_version: storeVersion }]);
});

async function expectRefused(ended: Promise<Ended>, store: string, says: RegExp[]): Promise<void> {
  const { code, stdout, stderr } = await ended;
  expectOneLine(stderr, store, ...says);
  expect(stdout).toBe('');
  expect(code).toBe(1);
}

/** By permissions, or for root, whom those do not hold back, by mounting something read-only. False where neither works. */
function makeUnwritable(folder: string, prepare = (_folder: string) => {}): boolean {
  if (process.getuid?.() !== 0) {
    prepare(folder);
    for (const file of readdirSync(folder)) chmodSync(join(folder, file), 0o400);
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    return process.platform !== 'win32';
  }
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  prepare(folder);
  execFileSync('mount', ['-o', 'remount,ro', folder]);
  return true;
}

/** Changes a store file behind the product's back. */
function tamper(store: string, sql: string): void {
  const db = new DatabaseSync(store);
  db.exec(sql);
  db.close();
}
