import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isStale, withLock } from './lock.js';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duality-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const dead = () => false;
const living = () => true;

test.each([
  ['a living holder keeps it', { pid: 1, host: 'here' }, { isLiving: living, ageMs: 0 }, false],
  ['a dead holder does not', { pid: 1, host: 'here' }, { isLiving: dead, ageMs: 0 }, true],
  [
    'what a dead holder had started still keeps it',
    { pid: 1, host: 'here', child: { pid: 2 } },
    { isLiving: (pid) => pid === 2, ageMs: 0 },
    false,
  ],
  [
    'a holder on another machine keeps it while it renews',
    { pid: 1, host: 'there' },
    { isLiving: dead, ageMs: 9e3 },
    false,
  ],
  ['a silent holder on another machine does not', { pid: 1, host: 'there' }, { isLiving: dead, ageMs: 9e4 }, true],
  ['a broken file is given time', { host: 'here' }, { isLiving: dead, ageMs: 100 }, false],
])('%s', (_, record, facts, expected) => {
  expect(isStale(record, { host: 'here', ...facts })).toBe(expected);
});

test('only one at a time is at work, and the file is gone in the end', async () => {
  const file = join(folder, 'a.lock');
  let inside = 0;
  let most = 0;
  const work = () =>
    withLock(file, {}, async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((settle) => setTimeout(settle, 20));
      inside -= 1;
    });
  await Promise.all([work(), work(), work()]);
  expect(most).toBe(1);
  expect(existsSync(file)).toBe(false);
});

test('the lock of a process that is gone is replaced', async () => {
  const file = join(folder, 'a.lock');
  writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, started: 'x', host: hostname(), token: 'old' }));
  expect(await withLock(file, {}, async () => 'done')).toBe('done');
});

test('the lock is given back when the work fails', async () => {
  const file = join(folder, 'a.lock');
  await expect(withLock(file, {}, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(file)).toBe(false);
});
