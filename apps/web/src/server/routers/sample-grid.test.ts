import { expect, it } from 'vitest';
import { watchStore } from '../live.ts';
import { createCaller } from '../router.ts';
import { addRunningRun, openTestStore } from '../test-store.ts';

it('grids come in step order, and new ones as they are added', async () => {
  const store = openTestStore();
  const leaving = new AbortController();
  const caller = createCaller({ store, live: watchStore(store, { everyMs: 5 }) }, { signal: leaving.signal });
  const runId = addRunningRun(store);
  const add = (step: number) =>
    store.sampleGrid.add({ runId, step, columns: 1, rows: 1, width: 1, height: 1, png: new Uint8Array([step]) });
  add(2);
  add(1);
  const { grids, cursor } = await caller.sampleGrid.list({ runId });
  expect(grids.map((grid) => grid.step)).toEqual([1, 2]);
  const deltas = (await caller.sampleGrid.live({ runIds: [runId], lastEventId: String(cursor) }))[
    Symbol.asyncIterator
  ]();
  store.metric.append(runId, 3, { criticEstimate: 3 });
  add(4);
  const [, delta] = (await deltas.next()).value as unknown as [string, unknown];
  expect(delta).toEqual({ grids: [store.sampleGrid.find(runId, 4)], stale: false });
  leaving.abort();
  await deltas.return?.();
});

it('grids of many runs come in one answer, whether or not all of them are there', async () => {
  const store = openTestStore();
  const caller = createCaller({ store, live: watchStore(store) });
  const runIds = [addRunningRun(store), addRunningRun(store)];
  for (const [i, runId] of runIds.entries())
    store.sampleGrid.add({ runId, step: 4 + i, columns: 1, rows: 1, width: 1, height: 1, png: new Uint8Array([1]) });
  const { grids } = await caller.sampleGrid.list({ runIds: [...runIds.toReversed(), 99] });
  expect(grids.map(({ runId, step }) => [runId, step])).toEqual([
    [1, 4],
    [2, 5],
  ]);
  await expect(caller.sampleGrid.list({})).rejects.toThrow(/runId or runIds/);
});

it('grids of two stores have different ids, since browsers keep them by their address', () => {
  const ids = [openTestStore(), openTestStore()].map((store) => {
    const runId = addRunningRun(store);
    store.sampleGrid.add({ runId, step: 1, columns: 1, rows: 1, width: 1, height: 1, png: new Uint8Array([1]) });
    return store.sampleGrid.find(runId, 1)?.id;
  });
  expect(ids[0]).not.toBe(ids[1]);
});
