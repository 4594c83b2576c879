import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { describeProcess, openStore } from '../index.ts';
import { aRequest, useTestStore } from '../test-store.ts';
import { openUpkeep } from './upkeep.ts';

const lab = useTestStore();
const beside = (name: string) => join(dirname(lab.file), name);
const step = (n: number) => ({ step: n, values: { a: n / 3, b: -n, c: Math.sqrt(n), d: 1 / (n + 1) } });

async function backUp(target: string, onProgress = (_done: number, _total: number) => {}): Promise<number> {
  const upkeep = openUpkeep(lab.file);
  try {
    return await upkeep.backUp(target, undefined, onProgress);
  } finally {
    upkeep.close();
  }
}

function countPoints(file: string): number {
  const db = new Sqlite(file, { readonly: true });
  const count = db.prepare<[], number>('SELECT count(*) FROM v_metric').pluck().get() ?? 0;
  db.close();
  return count;
}

test('a backup is of one moment, however much is written meanwhile', async () => {
  const { id } = lab.store.run.queue(aRequest());
  lab.store.metric.appendMany(
    id,
    Array.from({ length: 150_000 }, (_, i) => step(i)),
  );
  const target = beside('copy.db');
  let newest = 149_999;
  let slices = 0;
  await backUp(target, () => {
    slices++;
    lab.store.metric.append(id, ++newest, step(newest).values);
  });
  expect(slices).toBeGreaterThan(2);
  expect(countPoints(target)).toBe(150_000 * 4);
  expect(countPoints(lab.file)).toBe((newest + 1) * 4);
  const copy = openUpkeep(target);
  expect([...copy.check()].flatMap(({ problems }) => problems)).toEqual([]);
  copy.close();
});

test('a backup names no process, since those that train belong to the store that was copied', async () => {
  const { id } = lab.store.run.begin(aRequest(), 'scheduler 1', null);
  lab.store.run.setProcess(id, describeProcess(process.pid));
  lab.store.lease.hold('scheduler', 'scheduler 1', 10_000);
  await backUp(beside('copy.db'));
  const copy = openStore(beside('copy.db'));
  expect(copy.run.listClaimed()).toEqual([]);
  expect(copy.lease.find('scheduler')).toBeUndefined();
  expect(copy.run.get(id)).toMatchObject({ status: 'stopped', reason: expect.stringContaining('resume it') });
  copy.close();
  expect(lab.store.run.get(id).status).toBe('running');
});

test('nothing is written over, and nothing half is left', async () => {
  writeFileSync(beside('taken.db'), 'mine');
  await expect(backUp(beside('taken.db'))).rejects.toThrow(/taken\.db exists already/);
  await expect(backUp(beside('none/copy.db'))).rejects.toThrow(/there is no folder .*none/);
  writeFileSync(beside('copy.db.123.part'), 'of a backup that was killed');
  const stop = () => {
    throw new Error('stopped');
  };
  await expect(backUp(beside('copy.db'), stop)).rejects.toThrow('stopped');
  expect(existsSync(beside('copy.db'))).toBe(false);
  expect(readdirSync(dirname(lab.file)).filter((name) => name.includes('part'))).toEqual([]);
  await backUp(beside('copy.db'));
  expect(countPoints(beside('copy.db'))).toBe(0);
});
