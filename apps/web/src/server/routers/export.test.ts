import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Store } from '@duality/shared/store';
import { expect, it } from 'vitest';
import type { ProblemsError } from '../errors.ts';
import { exportJobsOf } from '../exports/jobs-of-store.ts';
import { watchStore } from '../live.ts';
import { createCaller } from '../router.ts';
import { addRunningRun, openTestStore } from '../test-store.ts';

const callerFor = (store: Store) => createCaller({ store, live: watchStore(store) }).export;

/** Greys of 8 × 8 pixels. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAAU0lEQVR4XmNgUPXKn7LzHjODhm/R9D0P2bQZAkpn7X/CqRfMUDH30HMew7BqhgVHX/GbRNYtZjjxVsg8pnHZaYYPolbxLSvPfWaQsE1qX3PxmzQAA/QeYQt/oQEAAAAASUVORK5CYII=',
  'base64',
);

/** A run with grids of 2 × 2 tiles at these steps. */
function addRunWithGrids(store: Store, steps: readonly number[]): number {
  const runId = addRunningRun(store);
  for (const step of steps) store.sampleGrid.add({ runId, step, columns: 2, rows: 2, width: 8, height: 8, png });
  return runId;
}

async function untilOver(caller: ReturnType<typeof callerFor>, id: string) {
  for (;;) {
    const job = await caller.status({ id });
    if (!['waiting', 'running'].includes(job.state)) return job;
    await setTimeout(10);
  }
}

it('a gallery is made, told about and there to be fetched', async () => {
  const store = openTestStore();
  const runId = addRunWithGrids(store, [1, 2, 4]);
  const caller = callerFor(store);
  const { id } = await caller.create({ runIds: [runId], format: 'gif' });
  const job = await untilOver(caller, id);
  expect(job).toMatchObject({
    state: 'done',
    done: 3,
    total: 3,
    problem: null,
    fileName: `duality-gallery-run-${runId}.gif`,
  });
  const { file, mediaType } = exportJobsOf(store).open(id);
  expect(mediaType).toBe('image/gif');
  expect(readFileSync(file)).toHaveLength(job.bytes ?? 0);
  expect(readFileSync(file).subarray(0, 6).toString()).toBe('GIF89a');
  expect((await caller.list()).map((job) => job.id)).toEqual([id]);
});

it('what cannot be made is refused with the field that is to be changed', async () => {
  const store = openTestStore();
  const runId = addRunWithGrids(store, [1, 2, 4]);
  const caller = callerFor(store);
  const problemsOf = async (input: object) => {
    const error = await caller.create({ runIds: [runId], format: 'zip', ...input }).catch((thrown) => thrown);
    return (error.cause as ProblemsError).problems;
  };
  expect(await problemsOf({ steps: [3] })).toEqual([
    { key: 'steps', message: `no sample grid of step 3 is stored for run ${runId}; the nearest are 2 and 4` },
  ]);
  expect(await problemsOf({ tiles: [4] })).toMatchObject([{ key: 'tiles' }]);
  expect(await problemsOf({ options: { delayMs: 1 } })).toEqual([
    { key: 'delayMs', message: 'must be 20 to 10,000 ms' },
  ]);
  expect(await problemsOf({ runIds: [addRunningRun(store)] })).toMatchObject([{ key: 'runIds' }]);
  await expect(caller.create({ runIds: [99], format: 'zip' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await caller.list()).toEqual([]);
});

it('a cancelled export stops, and no file is left', async () => {
  const store = openTestStore();
  const runId = addRunWithGrids(
    store,
    Array.from({ length: 200 }, (_, i) => i + 1),
  );
  const caller = callerFor(store);
  const jobs = await Promise.all([1, 2, 3].map(() => caller.create({ runIds: [runId], format: 'webp' })));
  const [first, , third] = jobs.map(({ id }) => id) as [string, string, string];
  expect(await caller.status({ id: third })).toMatchObject({ state: 'waiting' });
  for (const { id } of jobs) await caller.cancel({ id });
  for (const { id } of jobs) expect(await untilOver(caller, id)).toMatchObject({ state: 'cancelled', bytes: null });
  expect(() => exportJobsOf(store).open(first)).toThrow('not done');
  await expect(caller.status({ id: 'nosuch' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('a preview tells size and notes, and what there is to choose', async () => {
  const store = openTestStore();
  const runIds = [addRunWithGrids(store, [1, 2, 4]), addRunWithGrids(store, [1, 3])];
  const caller = callerFor(store);
  expect(await caller.options({ runIds })).toMatchObject({ steps: [1, 2, 3, 4], runs: [{ tiles: 4 }, { tiles: 4 }] });
  const preview = await caller.preview({ runIds, format: 'gif', steps: [1, 4], tiles: [0] });
  expect(preview).toMatchObject({ size: { count: 2, noun: 'frame' }, notes: [], steps: 2 });
  expect(preview.picture).toMatch(/^data:image\/png;base64,iVBOR/);
});
