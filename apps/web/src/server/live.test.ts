import { renameSync } from 'node:fs';
import { openStore } from '@duality/shared/store';
import { expect, it, onTestFinished } from 'vitest';
import { type Delta, watchStore } from './live.ts';
import { addRunningRun, openTestStore } from './test-store.ts';

const everyMs = 5;

/** Listens until `enough` says so of all deltas that have come. */
async function listen(deltas: AsyncGenerator<Delta>, enough: (soFar: Delta[]) => boolean): Promise<Delta[]> {
  const all: Delta[] = [];
  for await (const delta of deltas) {
    all.push(delta);
    if (enough(all)) break;
  }
  return all;
}

const stepsIn = (deltas: Delta[]) => deltas.flatMap((delta) => delta.points.map((point) => point.step));
const upTo = (last: number) => (deltas: Delta[]) => stepsIn(deltas).includes(last);
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const tick = (ms = 3 * everyMs) => new Promise((resolve) => setTimeout(resolve, ms));

function setUp(options = {}) {
  const store = openTestStore();
  return { store, runId: addRunningRun(store), live: watchStore(store, { everyMs, ...options }) };
}

it('every step another connection commits arrives once and in order', async () => {
  const { store, runId, live } = setUp();
  const writer = openStore(store.file);
  onTestFinished(() => writer.close());
  const heard = listen(live.follow(store.change.newest()), upTo(200));
  for (let step = 1; step <= 200; step++) {
    writer.metric.append(runId, step, { criticEstimate: step });
    if (step % 20 === 0) await tick();
  }
  expect(stepsIn(await heard)).toEqual(range(1, 200));
});

it('what this very process commits arrives too', async () => {
  const { store, runId, live } = setUp();
  const heard = listen(live.follow(store.change.newest()), upTo(1));
  await tick();
  store.metric.append(runId, 1, { criticEstimate: 1 });
  expect(stepsIn(await heard)).toEqual([1]);
});

it('without a cursor only what is new is told', async () => {
  const { store, runId, live } = setUp();
  store.metric.append(runId, 1, { criticEstimate: 1 });
  const heard = listen(live.follow(undefined), upTo(2));
  await tick();
  store.metric.append(runId, 2, { criticEstimate: 2 });
  expect(stepsIn(await heard)).toEqual([2]);
});

it('whoever comes back with the last cursor gets exactly what was missed', async () => {
  const { store, runId, live } = setUp();
  for (const step of range(1, 10)) store.metric.append(runId, step, { criticEstimate: step });
  const before = await listen(live.follow(0), upTo(10));
  for (const step of range(11, 30)) store.metric.append(runId, step, { criticEstimate: step });
  const after = await listen(live.follow(before.at(-1)?.seq), upTo(30));
  expect(stepsIn([...before, ...after])).toEqual(range(1, 30));
});

it('a cursor from the middle of what others were told at once is honoured', async () => {
  const { store, runId, live } = setUp();
  const first = live.follow(store.change.newest());
  onTestFinished(() => void first.return());
  const cursors = range(1, 10).map((step) => {
    store.metric.append(runId, step, { criticEstimate: step });
    return store.change.newest();
  });
  await first.next();
  expect(stepsIn(await listen(live.follow(cursors[3]), upTo(10)))).toEqual(range(5, 10));
});

it('a slow listener finds its deltas merged, and nothing missing', async () => {
  const { store, runId, live } = setUp();
  const slow = live.follow(store.change.newest());
  store.metric.append(runId, 1, { criticEstimate: 1 });
  const first = (await slow.next()).value as Delta;
  for (const step of range(2, 20)) {
    store.metric.append(runId, step, { criticEstimate: step });
    if (step % 5 === 0) await tick();
  }
  await tick();
  const second = (await slow.next()).value as Delta;
  await slow.return();
  expect(stepsIn([first, second])).toEqual(range(1, 20));
});

it('too far behind, a listener is told so once and then goes on', async () => {
  const { store, runId, live } = setUp({ maxChanges: 10 });
  const slow = live.follow(store.change.newest());
  store.metric.append(runId, 1, { criticEstimate: 1 });
  await slow.next();
  for (const step of range(2, 40)) {
    store.metric.append(runId, step, { criticEstimate: step });
    if (step % 5 === 0) await tick();
  }
  await tick();
  const told = { seq: store.change.newest(), changes: [], points: [], stale: true };
  expect((await slow.next()).value).toMatchObject(told);
  store.metric.append(runId, 41, { criticEstimate: 41 });
  expect(stepsIn([(await slow.next()).value as Delta])).toEqual([41]);
  await slow.return();
});

it('a burst that is too large to tell makes every listener stale', async () => {
  const { store, runId, live } = setUp({ maxChanges: 10 });
  const heard = listen(live.follow(store.change.newest()), (deltas) => deltas.length === 1);
  for (const step of range(1, 11)) store.metric.append(runId, step, { criticEstimate: step });
  expect(await heard).toMatchObject([{ stale: true }]);
});

it('a cursor from another store, ahead of this one, is stale at once', async () => {
  const { store, live } = setUp();
  const [delta] = await listen(live.follow(1e9), () => true);
  expect(delta).toMatchObject({ stale: true, seq: store.change.newest() });
});

it('rests between deltas where it is asked to', async () => {
  const { store, runId, live } = setUp();
  const heard = listen(live.follow(store.change.newest(), undefined, 100), upTo(20));
  for (const step of range(1, 20)) {
    store.metric.append(runId, step, { criticEstimate: step });
    await tick(10);
  }
  const deltas = await heard;
  expect(stepsIn(deltas)).toEqual(range(1, 20));
  expect(deltas.length).toBeLessThanOrEqual(5);
});

it('nobody is listening any more after an abort, whatever the listener was doing', async () => {
  const { store, runId, live } = setUp();
  const leaving = new AbortController();
  const idle = listen(live.follow(undefined, leaving.signal), () => false);
  const resting = listen(live.follow(0, leaving.signal, 60_000), () => false);
  const unread = live.follow(0, leaving.signal);
  await unread.next();
  store.metric.append(runId, 1, { criticEstimate: 1 });
  await tick();
  expect(live.countListeners()).toBe(3);
  leaving.abort();
  await Promise.all([idle, resting, unread.return()]);
  expect(live.countListeners()).toBe(0);
  expect(await live.follow(0, leaving.signal).next()).toMatchObject({ done: true });
});

it('a store that cannot be read any more ends the listening with the reason', async () => {
  const { store, live } = setUp();
  const heard = listen(live.follow(undefined), () => false);
  const refused = expect(heard).rejects.toThrow(/not open/);
  await tick();
  store.close();
  await refused;
  expect(live.countListeners()).toBe(0);
});

it('when it is ended, nobody listens any more, and nobody can', async () => {
  const { live } = setUp();
  const heard = listen(live.follow(undefined), () => false);
  const refused = expect(heard).rejects.toThrow('shutting down');
  await tick();
  live.end(new Error('shutting down'));
  await refused;
  await expect(live.follow(0).next()).rejects.toThrow('shutting down');
  expect(live.countListeners()).toBe(0);
});

it('a store that is gone is told to every listener in a sentence, and followed again when it is back', async () => {
  const { store, runId, live } = setUp();
  const heard = listen(live.follow(undefined), () => false);
  await tick();
  renameSync(store.file, `${store.file}.away`);
  await expect(heard).rejects.toThrow(/was deleted while it was open; put it back/);
  await expect(live.follow(0).next()).rejects.toThrow(/was deleted while it was open/);
  expect(live.countListeners()).toBe(0);
  renameSync(`${store.file}.away`, store.file);
  store.metric.append(runId, 1, { criticEstimate: 1 });
  expect(stepsIn(await listen(live.follow(0), upTo(1)))).toEqual([1]);
});
