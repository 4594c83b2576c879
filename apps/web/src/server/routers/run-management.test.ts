import { describe, expect, it } from 'vitest';
import { watchStore } from '../live.ts';
import { createCaller } from '../router.ts';
import { addRunningRun, openTestStore, runRequestFor } from '../test-store.ts';

function setUp(signal = new AbortController().signal) {
  const store = openTestStore();
  const live = watchStore(store, { everyMs: 5 });
  return { store, live, caller: createCaller({ store, live }, { signal }) };
}

/** A lab with ended runs of these names. */
function withRuns(...names: string[]) {
  const lab = setUp();
  const ids = names.map((name) => {
    const id = addRunningRun(lab.store, name);
    lab.store.run.end(id, 'completed', null);
    return id;
  });
  return { ...lab, ids, runId: ids[0] ?? 0 };
}

describe('a change', () => {
  it('answers with the run as it is now and what to undo it by', async () => {
    const { caller, runId } = withRuns('first');
    const changed = await caller.run.rename({ runId, name: '  second ' });
    expect(changed).toMatchObject({ id: runId, name: 'second', runs: [{ name: 'second' }] });
    const { entry, runs } = await caller.audit.undo({ id: changed.auditId ?? 0 });
    expect(entry).toMatchObject({ action: 'undo', actor: 'terminal' });
    expect(runs).toMatchObject([{ id: runId, name: 'first' }]);
    await expect(caller.audit.undo({ id: changed.auditId ?? 0 })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('undone already'),
    });
  });

  it.each([
    ['tag', { tag: ' good ' }, { tags: ['good'] }],
    ['move', { experiment: 'λ' }, { experiment: 'λ' }],
    ['archive', {}, { archivedAt: expect.any(Number) }],
    ['remove', {}, { removedAt: expect.any(Number) }],
  ] as const)('%s takes one run or many', async (verb, more, after) => {
    const { caller, runId, ids } = withRuns('a', 'b', 'c');
    const change = caller.run[verb] as (input: object) => Promise<{ auditId: number | null; runs: object[] }>;
    expect(await change({ runId, ...more })).toMatchObject({ ...after, runs: [after] });
    const { auditId, runs } = await change({ runIds: [...ids, runId], ...more });
    expect(runs).toMatchObject([after, after, after]);
    await caller.audit.undo({ id: auditId ?? 0 });
    expect(await caller.run.get({ runId })).toMatchObject({ run: after });
  });

  it.each([
    ['rename', { name: ' ' }],
    ['rename', { name: 'x'.repeat(121) }],
    ['tag', { tag: 'a,b' }],
    ['tag', { tag: 'a\u0007' }],
    ['tag', { tag: 'x'.repeat(51) }],
    ['tag', {}],
    ['move', { experiment: '' }],
    ['note', { notes: 'x'.repeat(100_001) }],
    ['remove', { runIds: [1] }],
    ['archive', { runId: undefined, runIds: [] }],
  ] as const)('%s of %j is refused', async (verb, more) => {
    const { caller, runId, store } = withRuns('a');
    const before = store.run.get(runId);
    await expect(caller.run[verb]({ runId, ...more } as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(store.run.get(runId)).toEqual(before);
  });

  it('that something changed since cannot be undone, and the list says so', async () => {
    const { caller, runId } = withRuns('first');
    const { auditId } = await caller.run.note({ runId, notes: 'one' });
    await caller.run.note({ runId, notes: 'two' });
    const { entries, runs } = await caller.audit.list({});
    const obstacle = `the notes of run ${runId} have been written anew`;
    expect(entries).toMatchObject([{ obstacle: null }, { obstacle }]);
    expect(runs).toEqual([{ id: runId, name: 'first' }]);
    await expect(caller.audit.undo({ id: auditId ?? 0 })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining(obstacle),
    });
  });
});

it('experiments are made, renamed, annotated and deleted', async () => {
  const { caller, runId } = withRuns('a');
  await caller.run.move({ runId, experiment: 'λ' });
  await caller.experiment.create({ name: 'empty' });
  await caller.experiment.rename({ name: 'λ', to: 'lambda' });
  await caller.experiment.note({ name: 'lambda', notes: 'why' });
  await caller.experiment.remove({ name: 'default' });
  expect(await caller.experiment.list()).toMatchObject([
    { name: 'lambda', notes: 'why', counts: { completed: 1 } },
    { name: 'empty', counts: { completed: 0 } },
  ]);
  await expect(caller.experiment.remove({ name: 'lambda' })).rejects.toMatchObject({ code: 'CONFLICT' });
});

it('a new run may have an experiment, tags and notes', async () => {
  const { caller } = setUp();
  const request = { ...runRequestFor('x'), experiment: 'λ', tags: ['a'], notes: '# Why' };
  expect(await caller.run.create(request)).toMatchObject({ experiment: 'λ', tags: ['a'], notes: '# Why' });
  expect(await caller.run.tags()).toEqual([{ name: 'a', runs: 1 }]);
});

it('the trash is listed, and purged run by run', async () => {
  const { caller, ids, store } = withRuns('a', 'b', 'kept');
  const [a = 0, b = 0, kept = 0] = ids;
  await expect(caller.run.purge({ runId: a })).rejects.toMatchObject({ code: 'CONFLICT' });
  await caller.run.remove({ runIds: [a, b] });
  expect((await caller.run.trash()).map(({ run }) => run.name).sort()).toEqual(['a', 'b']);
  const { freed } = await caller.run.purge({ runIds: [a, b] });
  expect(freed.map(({ runId }) => runId)).toEqual([b, a]);
  expect(await caller.run.trash()).toEqual([]);
  expect(store.run.listSummaries().map(({ id }) => id)).toEqual([kept]);
  await expect(caller.run.get({ runId: a })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('open pages hear of purged runs', async () => {
  const leaving = new AbortController();
  const { store, live, caller } = setUp(leaving.signal);
  const doomed = store.run.queue(runRequestFor('doomed')).id;
  store.run.remove(doomed);
  const lastEventId = String(store.change.newest());
  const ofRuns = (await caller.run.live({ lastEventId }))[Symbol.asyncIterator]();
  const ofRun = (await caller.metric.live({ runIds: [doomed], lastEventId }))[Symbol.asyncIterator]();
  await store.trash.purge(doomed);
  const deltaOf = ({ value }: { value?: unknown }) => (value as [id: string, delta: object])[1];
  expect(deltaOf(await ofRuns.next())).toMatchObject({ runs: [], gone: [doomed] });
  expect(deltaOf(await ofRun.next())).toMatchObject({ runs: [], purged: [doomed] });
  leaving.abort();
  await Promise.all([ofRuns.return?.(), ofRun.return?.()]);
  expect(live.countListeners()).toBe(0);
});
