import { expect, test } from 'vitest';
import { aRequest, useTestStore } from '../test-store.ts';

const lab = useTestStore();

const addRun = () => {
  const { id } = lab.store.run.queue(aRequest());
  addGrid(id, 5);
  return id;
};
const addGrid = (runId: number, step: number) =>
  lab.store.sampleGrid.add({ runId, step, columns: 2, rows: 2, width: 2, height: 2, png: new Uint8Array([1]) });
const pins = (...runIds: number[]) => lab.store.pin.list(runIds);

test('pins come in the order of runs and steps, each with the grid as it is now', () => {
  const [first, second] = [addRun(), addRun()];
  addGrid(first, 2);
  const add = (runId: number, step: number, tile: number | null) =>
    lab.store.pin.add({ runId, step, tile, note: `${runId} ${step}` });
  add(second, 5, null);
  add(first, 5, 3);
  add(first, 2, 0);
  expect(pins(first, second).map(({ note }) => note)).toEqual(['1 2', '1 5', '2 5']);
  expect(pins(second)).toHaveLength(1);
  addGrid(first, 5);
  expect(pins(first)[1]?.grid).toEqual(lab.store.sampleGrid.find(first, 5));
});

test('a pin, another note and its end are told, and undone one after the other', () => {
  const runId = addRun();
  const { pin, entry } = lab.store.pin.add({ runId, step: 5, tile: 1, note: 'why' });
  expect(lab.store.audit.list(1)[0]).toMatchObject({ action: 'pin', runIds: [runId], obstacle: null });
  const noted = lab.store.pin.note(pin.id, 'because');
  expect(lab.store.pin.note(pin.id, 'because')).toBeNull();
  const removed = lab.store.pin.remove(pin.id);
  expect(pins(runId)).toEqual([]);
  lab.store.audit.undo(removed ?? 0);
  expect(pins(runId)).toEqual([{ ...pin, note: 'because' }]);
  lab.store.audit.undo(noted ?? 0);
  lab.store.audit.undo(entry ?? 0);
  expect(pins(runId)).toEqual([]);
});

test('a new pin never takes the number of one that can still come back', () => {
  const runId = addRun();
  const place = { runId, step: 5, tile: null };
  const first = lab.store.pin.add({ ...place, note: 'first' });
  const removed = lab.store.pin.remove(first.pin.id);
  const second = lab.store.pin.add({ ...place, note: 'second' });
  expect(second.pin.id).toBeGreaterThan(first.pin.id);
  lab.store.audit.undo(removed ?? 0);
  expect(pins(runId)).toHaveLength(2);
});

test('only what has been drawn can be pinned', () => {
  const runId = addRun();
  expect(() => lab.store.pin.add({ runId, step: 6, tile: null, note: '' })).toThrow(/no sample grid of step 6/);
  expect(() => lab.store.pin.add({ runId, step: 5, tile: 4, note: '' })).toThrow(/choose one from 0 to 3/);
  expect(lab.store.audit.list(9).filter(({ action }) => action === 'pin')).toEqual([]);
});

test('pins go into the trash with their run, come back with it, and end with it', async () => {
  const runId = addRun();
  const { entry } = lab.store.pin.add({ runId, step: 5, tile: null, note: '' });
  lab.store.run.take(runId, 'me');
  lab.store.run.end(runId, 'completed', null);
  lab.store.manage.remove([runId]);
  expect(pins(runId)).toEqual([]);
  lab.store.manage.restore([runId]);
  expect(pins(runId)).toHaveLength(1);
  lab.store.manage.remove([runId]);
  await lab.store.trash.purge(runId);
  expect(() => lab.store.audit.undo(entry ?? 0)).toThrow(/no longer there/);
});
