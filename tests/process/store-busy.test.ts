import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { expectOneLine, run } from './lab.ts';
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

const seconds = Number(process.env.DUALITY_BUSY_SECONDS ?? 5);
const [writerCount, readerCount] = [8, 4];

/** Far above what a few commits need, and far below what these writers write: a WAL that gets there must have been shortened. */
const mostWalBytes = 40e6;

test(`${writerCount} writers and ${readerCount} readers do not get into each other's way, nor into upkeep's, for ${seconds} s`, {
  timeout: 240_000 + seconds * 1000,
}, async () => {
  const { folder, store, write, read } = makeStoreLab(writerCount);
  const writers = Array.from({ length: writerCount }, (_, i) => write(i + 1));
  const readers = Array.from({ length: readerCount }, () => read(0));
  for (const writer of writers) await waitForSteps(writer, 1);

  const backup = join(folder, 'backup.db');
  const [checked, copied] = await Promise.all([
    run(folder, 'store', ['check', '--store', store]),
    run(folder, 'store', ['backup', backup, '--store', store]),
  ]);
  expect(checked).toMatchObject({ code: 0, stderr: '' });
  expect(copied).toMatchObject({ code: 0, stderr: '' });
  const compacted = await run(folder, 'store', ['compact', '--store', store]);
  expectOneLine(
    compacted.stderr,
    store,
    /is in use: run 1, run 2, .* is training; stop it and try again|open in another/,
  );
  expect(compacted.code).toBe(1);
  const outside = new DatabaseSync(store, { timeout: 10_000 });
  outside.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  outside.close();

  let [walBytes, sizeBefore, shortened] = [0, 0, 0];
  const until = performance.now() + seconds * 1000;
  for (; performance.now() < until; await setTimeout(20)) {
    const size = statSync(`${store}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    if (size < sizeBefore) shortened++;
    sizeBefore = size;
    walBytes = Math.max(walBytes, size);
  }

  const ended = await Promise.all([
    ...writers.map((writer) => stop(writer)),
    ...readers.map((reader) => stop(reader, 'SIGTERM')),
  ]);
  expect([...writers, ...readers].flatMap(complaints)).toEqual([]);
  for (const [i, writer] of writers.entries()) expectKept(store, i + 1, acknowledged(writer));
  expectWell(store);
  expectWell(backup);
  expectTrueSums(store);
  const steps = writers.map((writer) => acknowledged(writer).length);
  const reads = ended.slice(writerCount).map(({ stdout }) => Number(stdout));
  console.log(
    `steps ${steps.join(' ')}, reads ${reads.join(' ')}, WAL at most ${(walBytes / 1e6).toFixed(1)} MB, shortened ${shortened} times`,
  );
  expect(Math.min(...reads)).toBeGreaterThan(0);
  // A machine so busy that readers stand still for long lets it grow meanwhile; without shortening it never gets any shorter.
  if (walBytes >= mostWalBytes) expect(shortened).toBeGreaterThan(0);
});
