import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configure, getPreset, SlurmPlace } from '@duality/shared';
import { encodeLine, fragmentName, runFolder } from '@duality/shared/exchange';
import { openTestStore } from '@duality/shared/open-test-store';
import type { Store } from '@duality/shared/store';
import { beforeEach, expect, test } from 'vitest';
import { createIntake } from './take-in.ts';

let store: Store;
let exchange: string;
beforeEach(() => {
  store = openTestStore();
  exchange = `${store.file}-exchange`;
});

const place = SlurmPlace.parse({ kind: 'slurm' });
const queue = () =>
  store.run.queue({ preset: 'wgan-gp-ring', engine: 'cpu', config: configure(getPreset('wgan-gp-ring'), {}), place });

/** A worker's file with so many steps. */
function write(uid: string, steps: number): void {
  const records = Array.from({ length: steps }, (_, i) =>
    encodeLine({ number: i + 2, record: { kind: 'metrics', step: i + 1, at: i, values: { criticLoss: i } } }),
  );
  const first = encodeLine({ number: 1, record: { kind: 'begin', at: 0, host: 'a', job: null, seen: [] } });
  mkdirSync(join(runFolder(exchange, uid), 'state'), { recursive: true });
  writeFileSync(join(runFolder(exchange, uid), fragmentName(1)), [first, ...records].join(''));
}

test('what many workers wrote is taken in, in turns when it is much', () => {
  const runs = Array.from({ length: 12 }, queue);
  for (const { uid } of runs) write(uid, 6000);
  const intake = createIntake(store, exchange, () => {});
  expect(intake.take()).toBe(true);
  const afterOne = runs.filter(({ id }) => store.run.get(id).lastStep > 0).length;
  expect(afterOne).toBeLessThan(runs.length);
  for (let i = 0; intake.take(); i++) expect(i).toBeLessThan(10_000);
  expect(runs.map(({ id }) => store.run.get(id).lastStep)).toEqual(runs.map(() => 6000));
});

test('a run that is deleted for good leaves no folder', async () => {
  const { id, uid } = queue();
  write(uid, 1);
  const intake = createIntake(store, exchange, () => {}, 0);
  intake.take();
  store.job.end(id, 'completed', null, 1);
  store.manage.remove([id]);
  await store.trash.purgeExpired(Date.now() + 40 * 86_400_000, () => {}, new AbortController().signal);
  expect(store.run.find(id)).toBeUndefined();
  intake.take();
  expect(existsSync(runFolder(exchange, uid))).toBe(false);
});

test('a folder that cannot be read is told once and keeps no other run waiting', () => {
  const [bad, good] = [queue(), queue()];
  for (const { uid } of [bad, good]) write(uid, 3);
  const file = join(runFolder(exchange, bad.uid), fragmentName(1));
  rmSync(file);
  mkdirSync(file); // no file can be read from it
  const said: string[] = [];
  const intake = createIntake(store, exchange, (line) => void said.push(line));
  for (let i = 0; i < 3; i++) intake.take();
  expect(store.run.get(good.id)).toMatchObject({ status: 'running', lastStep: 3 });
  expect(said).toEqual([expect.stringMatching(new RegExp(`^What run ${bad.id} brings cannot be taken in.*EISDIR`))]);
});
