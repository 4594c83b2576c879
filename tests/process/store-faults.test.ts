import { spawn } from 'node:child_process';
import { copyFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { count } from '../faults/count.ts';
import { makeFolder, mountDisk, query, type Running, waitFor } from './lab.ts';
import {
  acknowledged,
  complaints,
  expectKept,
  expectTrueSums,
  expectWell,
  makeStoreLab,
  stop,
  waitForSteps,
} from './store-lab.ts';

/** Lets the writer go on for a while, and sees that all it ever acknowledged is there. */
async function expectGoingOn(kind: string, store: string, writer: Running): Promise<void> {
  await waitForSteps(writer, acknowledged(writer).length + 50);
  await stop(writer);
  expectKept(store, 1, acknowledged(writer));
  expectTrueSums(store);
  expectWell(store);
  count({ kind, injected: 1, acknowledged: acknowledged(writer).length, lost: 0 });
}

test('a writer on a full disk says so, and goes on when there is room', async ({ skip }) => {
  const folder = makeFolder();
  const disk = mountDisk(folder, 8, skip);
  const { store, write } = makeStoreLab(1, folder, join(disk, 'lab.db'));
  const writer = write(1, { everyMs: 1 });
  await waitForSteps(writer, 100);
  const filler = join(disk, 'filler');
  try {
    for (;;) writeFileSync(filler, Buffer.alloc(4096), { flag: 'a' });
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  }
  await waitFor('a complaint', () => complaints(writer).length > 0);
  expect(complaints(writer)[0]).toMatch(/lab\.db .*free some space/);
  rmSync(filler);
  await expectGoingOn('disk full under a writer', store, writer);
});

/** Another program that keeps the whole file for itself until it is told to let go. */
async function lock(store: string) {
  const script = `const { DatabaseSync } = require('node:sqlite');
    const db = new DatabaseSync(process.argv[1], { timeout: 10000 });
    db.exec('BEGIN EXCLUSIVE'); console.log('locked');
    process.stdin.once('data', () => { db.exec('ROLLBACK'); process.exit(); });`;
  const locker = spawn(process.execPath, ['-e', script, store], { stdio: ['pipe', 'pipe', 'ignore'] });
  onTestFinished(() => void locker.kill('SIGKILL'));
  await new Promise((resolve) => locker.stdout.once('data', resolve));
  return { release: () => void locker.stdin.write('\n') };
}

test('a writer waits for a lock of seconds, complains of one of more than ten, and goes on after both', async () => {
  const { store, write } = makeStoreLab(1);
  const writer = write(1, { everyMs: 1 });
  await waitForSteps(writer, 50);
  const short = await lock(store);
  await setTimeout(2000);
  short.release();
  await waitForSteps(writer, acknowledged(writer).length + 50);
  expect(complaints(writer)).toEqual([]);

  const long = await lock(store);
  await waitFor('a complaint', () => complaints(writer).length > 0);
  expect(complaints(writer)).toEqual([
    `! ${store} has been locked by another program for 10 s; close that program and start again`,
  ]);
  long.release();
  await expectGoingOn('store locked by another program', store, writer);
});

test('a clock that is set back changes times, and neither order nor steps', async () => {
  const { store, write } = makeStoreLab(1);
  const writer = write(1, { everyMs: 1, jumpAt: 60 });
  await waitForSteps(writer, 200);
  await expectGoingOn('clock set back under a writer', store, writer);
  expect(complaints(writer)).toEqual([]);
  const changes = query(store, "SELECT first_step AS step, at FROM change WHERE kind = 'metrics' ORDER BY seq");
  expect(changes.map(({ step }) => step)).toEqual(changes.map((_, i) => i + 1));
  const jumps = changes.filter(({ at }, i) => i > 0 && Number(at) < Number(changes[i - 1]?.at));
  expect(jumps).toHaveLength(1);
  expect(query(store, "SELECT step FROM v_metric WHERE name = 'metric0' AND time_ms IS NULL")).toEqual([]);
});

test.each(['deleted', 'replaced'])(
  'a writer whose store is %s says so, and goes on when it is put back',
  async (fate) => {
    const { store, write } = makeStoreLab(1);
    const writer = write(1, { everyMs: 5 });
    await waitForSteps(writer, 50);
    renameSync(store, `${store}.away`);
    if (fate === 'replaced') copyFileSync(`${store}.away`, store);
    await waitFor('a complaint', () => complaints(writer).length > 0);
    expect(complaints(writer)[0]).toMatch(
      new RegExp(`^! .*lab\\.db was ${fate} while it was open; put it back or start again`),
    );
    const before = acknowledged(writer).length;
    await setTimeout(300);
    expect(acknowledged(writer)).toHaveLength(before);
    renameSync(`${store}.away`, store);
    await expectGoingOn(`store ${fate} under a writer`, store, writer);
    expect(statSync(store).size).toBeGreaterThan(0);
  },
);
