import { expect, it } from 'vitest';
import { watchStore } from '../live.ts';
import { createCaller } from '../router.ts';
import { openTestStore } from '../test-store.ts';

it('the scheduler is known by its lease, for as long as that lasts', async () => {
  const store = openTestStore();
  const caller = createCaller({ store, live: watchStore(store) });
  expect(await caller.system.health()).toMatchObject({ storeVersion: expect.any(Number), scheduler: null });
  store.lease.hold('scheduler', 'test', 60_000, { slots: 2, running: 1, engine: 'cpu' });
  expect((await caller.system.health()).scheduler).toEqual({ alive: true, slots: 2, running: 1, engine: 'cpu' });
  const slurm = { version: '22.05.8', partitions: ['main'], defaultPartition: 'main', problem: null };
  store.lease.hold('scheduler', 'test', 60_000, { slots: 2, running: 1, engine: 'cpu', slurm });
  expect((await caller.system.health()).scheduler?.slurm).toEqual(slurm);
  store.lease.hold('scheduler', 'test', -1, {});
  expect((await caller.system.health()).scheduler).toBeNull();
});
