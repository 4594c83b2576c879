import { getPreset } from '@duality/shared';
import type { TRPCError } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { placeOf, problemsOf } from '../errors.ts';
import { watchStore } from '../live.ts';
import { createCaller } from '../router.ts';
import { addRunningRun, openTestStore, runRequestFor } from '../test-store.ts';

function setUp(signal = new AbortController().signal) {
  const store = openTestStore();
  const live = watchStore(store, { everyMs: 5 });
  return { store, live, caller: createCaller({ store, live }, { signal }) };
}

it('a created run waits in the list, newest first', async () => {
  const { store, caller } = setUp();
  await caller.run.create({ preset: 'wgan-gp-mnist', config: getPreset('wgan-gp-mnist').config });
  const run = await caller.run.create(runRequestFor('second'));
  expect(run).toMatchObject({ name: 'second', status: 'queued', requestedEngine: 'auto', dataDir: null });
  const { runs, cursor } = await caller.run.list();
  expect(runs.map((listed) => listed.name)).toEqual(['second', 'wgan-gp-mnist · seed 1']);
  expect(cursor).toBe(store.change.newest());
});

describe('a request that is filled in wrongly', () => {
  const create = async (request: unknown) => {
    const { caller } = setUp();
    const error = await caller.run.create(request as never).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'BAD_REQUEST' });
    return problemsOf(error as TRPCError);
  };

  it('names every field at once', async () => {
    const request = runRequestFor('x');
    const problems = await create({
      ...request,
      preset: 'nosuch',
      name: '',
      config: { ...request.config, batchSize: 0, steps: 1.5, nosuch: 1 },
    });
    expect(problems.map((problem) => problem.key).sort()).toEqual(['batchSize', 'name', 'nosuch', 'preset', 'steps']);
  });

  it('names what a cluster would not be asked for, by its path', async () => {
    const config = getPreset('wgan-gp-mnist').config;
    const place = { kind: 'slurm', account: '--uid=0', cpus: 0, flags: ['--exclusive', '--wrap=id'] };
    const problems = await create({ preset: 'wgan-gp-mnist', config, place });
    expect(problems.map(({ key }) => key)).toEqual(['place.account', 'place.cpus', 'place.flags.1']);
  });

  it('names the data set that a browser cannot ask for', async () => {
    const { name: preset, config } = getPreset('dcgan');
    expect(await create({ preset, config })).toEqual([
      { key: 'dataset', message: expect.stringContaining('named in a terminal only') },
    ]);
  });

  it.each([undefined, null, 7, {}, { config: null }, { ...runRequestFor('x'), dataDir: '/etc' }])(
    'is refused: %j',
    async (request) => {
      expect((await create(request)).length).toBeGreaterThan(0);
    },
  );
});

describe('a search', () => {
  it('answers a page with the cursor from which live changes go on', async () => {
    const { store, caller } = setUp();
    const runId = addRunningRun(store, 'found');
    await caller.run.create(runRequestFor('other'));
    const found = await caller.run.search({ filter: '"FOU" in name', limit: 5 });
    expect(found.runs.map(({ id }) => id)).toEqual([runId]);
    expect(found).toMatchObject({ total: 1, counts: { running: 1, queued: 0 }, cursor: store.change.newest() });
  });

  it('says where a filter cannot be read', async () => {
    const { caller } = setUp();
    const error = await caller.run.search({ filter: 'lr == "x"' }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'BAD_REQUEST', message: expect.stringContaining('learningRate is a number') });
    expect(placeOf(error as TRPCError)).toEqual({ position: 6, length: 3 });
    await expect(caller.run.search({ sort: [{ by: 'nosuch', direction: 'ascending' }] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

describe('the verbs', () => {
  it('lead a run from stop to the trash and back', async () => {
    const { store, caller } = setUp();
    const runId = addRunningRun(store);
    expect(await caller.run.stop({ runId })).toMatchObject({ status: 'running', stopRequested: true });
    await expect(caller.run.remove({ runId })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('stop it first'),
    });
    store.run.end(runId, 'stopped', 'stopped by you');
    expect(await caller.run.resume({ runId })).toMatchObject({ status: 'queued' });
    expect(await caller.run.remove({ runId })).toMatchObject({ status: 'stopped', removedAt: expect.any(Number) });
    expect((await caller.run.list()).runs).toEqual([]);
    expect(await caller.run.restore({ runId })).toMatchObject({ removedAt: null });
  });

  it('answer NOT_FOUND for a run that is not there, and BAD_REQUEST for no run at all', async () => {
    const { caller } = setUp();
    for (const verb of ['get', 'stop', 'resume', 'remove', 'restore', 'log'] as const) {
      await expect(caller.run[verb]({ runId: 99, after: 0 })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: 'there is no run 99',
      });
      await expect(caller.run[verb]({ runId: '1; DROP TABLE run' as never, after: 0 })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
    }
  });
});

describe('a clone', () => {
  function withCheckpoint() {
    const lab = setUp();
    const runId = addRunningRun(lab.store);
    for (const step of [5, 10]) lab.store.checkpoint.add({ runId, step, bytes: 1, sha256: 'x' });
    return { ...lab, runId };
  }

  it('waits for a scheduler, with the changes and the checkpoint that were asked for', async () => {
    const { caller, runId } = withCheckpoint();
    const clone = await caller.run.clone({ runId, at: 5, config: { learningRate: 1e-4 }, name: 'slower' });
    expect(clone).toMatchObject({ name: 'slower', status: 'queued', parent: { runId, step: 5 }, lastStep: 5 });
    expect(clone.config).toEqual({ ...getPreset('wgan-gp-mnist').config, learningRate: 1e-4 });
    expect(await caller.run.clone({ runId })).toMatchObject({ parent: { runId, step: 10 } });
  });

  it('is refused with the reason', async () => {
    const { caller, store, runId } = withCheckpoint();
    const before = store.run.count();
    const refuse = (input: object, expected: object) =>
      expect(caller.run.clone({ runId, ...input } as never)).rejects.toMatchObject(expected);
    await refuse(
      { config: { latentSize: 3, nosuch: 1 } },
      { code: 'BAD_REQUEST', message: expect.stringMatching(/nosuch: unknown key/) },
    );
    await refuse(
      { config: { latentSize: 3 } },
      { code: 'BAD_REQUEST', message: expect.stringMatching(/latentSize: must stay 64, not 3/) },
    );
    await refuse(
      { at: 7 },
      { code: 'NOT_FOUND', message: expect.stringMatching(/no checkpoint of step 7: it has those of steps 5, 10/) },
    );
    await refuse({ runId: 99 }, { code: 'NOT_FOUND', message: 'there is no run 99' });
    await refuse({ dataDir: '/etc' }, { code: 'BAD_REQUEST' });
    expect(store.run.count()).toBe(before);
  });

  it('is the way on for a run that diverged, which is not resumed', async () => {
    const { caller, store, runId } = withCheckpoint();
    store.run.end(runId, 'failed', 'diverged: the losses are no longer finite at step 12');
    await expect(caller.run.resume({ runId })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/clone it/),
    });
    expect(await caller.run.clone({ runId, config: { learningRate: 1e-5 } })).toMatchObject({ status: 'queued' });
  });
});

it('log lines come after the one that is known', async () => {
  const { store, caller } = setUp();
  const runId = addRunningRun(store);
  for (const message of ['one', 'two', 'three']) store.log.add(runId, 'info', message);
  const [first] = await caller.run.log({ runId, after: 0 });
  const rest = await caller.run.log({ runId, after: first?.seq ?? 0 });
  expect(rest.map((line) => line.message)).toEqual(['two', 'three']);
});

it('live tells of changed runs once a delta, and of removed ones by their id', async () => {
  const leaving = new AbortController();
  const { store, live, caller } = setUp(leaving.signal);
  const kept = addRunningRun(store, 'kept');
  const removed = store.run.queue(runRequestFor('removed')).id;
  const { cursor } = await caller.run.list();
  const deltas = (await caller.run.live({ lastEventId: String(cursor) }))[Symbol.asyncIterator]();
  for (let step = 1; step <= 10; step++) store.metric.append(kept, step, { criticEstimate: step });
  store.run.remove(removed);
  const [id, delta] = (await deltas.next()).value as unknown as [
    string,
    { runs: { id: number; criticEstimate: number }[]; gone: number[]; stale: boolean },
  ];
  expect(id).toBe(String(store.change.newest()));
  expect(delta).toMatchObject({ runs: [{ id: kept, criticEstimate: 10 }], gone: [removed], stale: false });
  expect(delta.runs).toHaveLength(1);
  leaving.abort();
  await deltas.return?.();
  expect(live.countListeners()).toBe(0);
});
