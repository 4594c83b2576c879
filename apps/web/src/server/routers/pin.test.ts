import { expect, it } from 'vitest';
import { watchStore } from '../live.ts';
import { createCaller } from '../router.ts';
import { addRunningRun, openTestStore } from '../test-store.ts';

it('a pin is added, given another note and taken off, and each of these can be undone', async () => {
  const store = openTestStore();
  const caller = createCaller({ store, live: watchStore(store) });
  const runId = addRunningRun(store);
  store.sampleGrid.add({ runId, step: 1, columns: 2, rows: 1, width: 2, height: 1, png: new Uint8Array([1]) });
  const { id } = await caller.pin.add({ runId, step: 1, tile: 1, note: ' sharp ' });
  await caller.pin.note({ id, note: 'blurred' });
  const { auditId } = await caller.pin.remove({ id });
  expect(await caller.pin.list({ runIds: [runId] })).toEqual([]);
  await caller.audit.undo({ id: auditId ?? 0 });
  expect(await caller.pin.list({ runIds: [runId] })).toMatchObject([{ runId, step: 1, tile: 1, note: 'blurred' }]);
});

it('a note has at most 1,000 characters, and a pin a grid to sit on', async () => {
  const store = openTestStore();
  const caller = createCaller({ store, live: watchStore(store) });
  const runId = addRunningRun(store);
  await expect(caller.pin.add({ runId, step: 1, note: 'x'.repeat(1001) })).rejects.toThrow(/note/);
  await expect(caller.pin.add({ runId, step: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(caller.pin.remove({ id: 7 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
