import { configure, getPreset } from '@duality/shared';
import { openTestStore } from '@duality/shared/open-test-store';
import type { Store } from '@duality/shared/store';
import { beforeEach, expect, test, vi } from 'vitest';
import { watchTrash } from './purge-trash.ts';
import { leaseName } from './schedule.ts';

const hourMs = 60 * 60 * 1000;
const monthMs = 30 * 24 * hourMs;
const config = configure(getPreset('wgan-gp-mnist'), {});
let store: Store;
let said: string[];

beforeEach(() => {
  store = openTestStore();
  said = [];
});

const watch = (holder = 'me') => watchTrash({ store, holder, say: (line) => void said.push(line) });
const addRemoved = (name: string): number => {
  const { id } = store.run.queue({ preset: 'wgan-gp-mnist', engine: 'auto', config, name });
  store.run.remove(id);
  return id;
};
const waitForCount = (count: number) => vi.waitFor(() => expect(store.run.count()).toBe(count), { timeout: 30_000 });

test('at first and then hourly, what is old enough goes and is told', async () => {
  store.lease.hold(leaseName, 'me', 60_000);
  addRemoved('old');
  const late = Date.now() + monthMs;
  const trash = watch();
  trash.purgeWhenDue(late);
  await waitForCount(0);
  await vi.waitFor(() => expect(said).toHaveLength(1), { timeout: 30_000 });
  expect(said).toEqual([
    expect.stringMatching(/^Run 1 “old” was in the trash for 30 days and is deleted: about 2\.0 kB/),
  ]);
  addRemoved('later');
  trash.purgeWhenDue(late + hourMs - 1);
  expect(store.trash.list()).toMatchObject([{ isPurging: false }]);
  trash.purgeWhenDue(late + hourMs);
  await waitForCount(0);
  await trash.end();
});

test('a scheduler without the lease deletes nothing', async () => {
  store.lease.hold(leaseName, 'another', 60_000);
  addRemoved('old');
  const trash = watch();
  trash.purgeWhenDue(Date.now() + monthMs);
  await trash.end();
  expect(store.run.count()).toBe(1);
});

test('ended in the middle, it leaves the rest to the next one', async () => {
  store.lease.hold(leaseName, 'me', 60_000);
  const id = addRemoved('old');
  store.metric.append(id, 1, { criticLoss: 1 });
  const first = watch();
  first.purgeWhenDue(Date.now() + monthMs);
  await first.end();
  expect(store.trash.list()).toMatchObject([{ isPurging: true }]);
  expect(said).toEqual([]);
  const second = watch();
  second.purgeWhenDue();
  await waitForCount(0);
  await second.end();
});
