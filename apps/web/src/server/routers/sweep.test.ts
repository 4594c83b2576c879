import { configOfPoint, parseSweep, type SweepInput } from '@duality/shared';
import type { TRPCError } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { problemsOf } from '../errors.ts';
import { watchStore } from '../live.ts';
import { createCaller } from '../router.ts';
import { openTestStore } from '../test-store.ts';

const input = {
  name: 'How strong a penalty?',
  preset: 'wgan-gp-ring',
  set: { steps: 200, evaluateEvery: 50 },
  space: { gradientPenaltyWeight: { type: 'choice', values: [0.1, 1, 10] } },
  objective: { metric: 'eval.highQuality', direction: 'maximise' },
} satisfies SweepInput;

function setUp() {
  const store = openTestStore();
  const live = watchStore(store, { everyMs: 5 });
  const caller = createCaller({ store, live }, {});
  /** What the scheduler does for each point of a sweep. */
  const propose = (sweepId: number, point: number) => {
    const { request } = store.sweep.get(sweepId);
    const params = { gradientPenaltyWeight: [0.1, 1, 10][point] as number };
    const run = { preset: request.preset, engine: 'auto' as const, config: configOfPoint(request, params) };
    const [trial] = store.sweep.trial.add({ sweepId, point, params, runs: [run] });
    if (!trial) throw new Error('no trial was added');
    return { ...trial, runId: trial.runId ?? 0 };
  };
  return { store, caller, propose };
}

it('a created sweep is in the list and waits for its first trial', async () => {
  const { caller } = setUp();
  const { id } = await caller.sweep.create(input);
  const { sweeps } = await caller.sweep.list();
  expect(sweeps).toMatchObject([{ id, name: input.name, status: 'running', counts: {}, best: null }]);
  expect(await caller.sweep.get({ sweepId: id })).toMatchObject({ trials: [], summary: { id } });
  await expect(caller.sweep.get({ sweepId: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

describe('a request that is filled in wrongly', () => {
  const problems = async (request: unknown) => {
    const { store, caller } = setUp();
    const error = await caller.sweep.create(request as never).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'BAD_REQUEST' });
    expect(store.sweep.list()).toEqual([]);
    return problemsOf(error as TRPCError);
  };

  it('names every field by its path', async () => {
    const space = {
      learningRate: { type: 'number', scale: 'log', low: 0, high: 0.01 },
      seed: { type: 'choice', values: [1] },
    };
    expect((await problems({ ...input, space })).map(({ key }) => key)).toEqual([
      'space.learningRate.low',
      'space.seed',
    ]);
  });

  it('names the data that a browser cannot ask for', async () => {
    const space = { batchSize: { type: 'choice', values: [32] } };
    const objective = { metric: 'criticEstimate', direction: 'minimise' };
    expect(await problems({ ...input, preset: 'dcgan', space, objective })).toEqual([
      { key: 'preset', message: expect.stringContaining('named in a terminal only') },
    ]);
    const presets = { preset: { type: 'choice', values: ['wgan-gp-ring', 'dcgan'] } };
    expect(await problems({ ...input, space: presets })).toMatchObject([{ key: 'space.preset.values' }]);
  });

  it.each([undefined, null, 7, {}, { ...input, dataDir: '/etc' }])('is refused: %j', async (request) => {
    expect((await problems(request)).length).toBeGreaterThan(0);
  });
});

it('trials that go on tell what they have reached so far', async () => {
  const { store, caller, propose } = setUp();
  const { id: sweepId } = await caller.sweep.create(input);
  const [first, second] = [propose(sweepId, 0), propose(sweepId, 1)];
  store.run.take(first.runId, 'test');
  store.metric.append(first.runId, 10, { 'eval.highQuality': 0.25 });
  store.metric.append(first.runId, 20, { 'eval.highQuality': 0.5 });
  const { trials } = await caller.sweep.get({ sweepId });
  expect(trials).toMatchObject([
    { number: 1, state: 'running', lastStep: 20, objective: 0.5 },
    { number: 2, state: 'queued', objective: null },
  ]);
  expect(await caller.sweep.ofRun({ runId: second.runId })).toEqual({ sweepId, name: input.name, number: 2 });
  expect(await caller.sweep.ofRun({ runId: 99 })).toBeNull();
});

it('trials on a cluster tell what it says of them', async () => {
  const { store, caller, propose } = setUp();
  const { id: sweepId } = await caller.sweep.create({ ...input, place: { kind: 'slurm', partition: 'gpu' } });
  const { request } = store.sweep.get(sweepId);
  const [first] = [propose(sweepId, 0), propose(sweepId, 1)];
  const job = { id: '7_0', state: 'PENDING', reason: 'Priority', node: null, requeues: 0, isOver: false };
  if (request.place) store.job.setPlace(first.runId, request.place);
  store.job.see(first.runId, job);
  expect((await caller.sweep.get({ sweepId })).trials.map((trial) => trial.job)).toEqual([job, null]);
});

it('the verbs lead a sweep from pause to its end, and answer what became of it', async () => {
  const { caller, propose } = setUp();
  const { id: sweepId } = await caller.sweep.create(input);
  const { id: trialId } = propose(sweepId, 0);
  const states = ({ summary, trials }: Awaited<ReturnType<typeof caller.sweep.get>>) => [
    summary.status,
    ...trials.map(({ state }) => state),
  ];
  expect(states(await caller.sweep.pause({ sweepId }))).toEqual(['paused', 'paused']);
  expect(states(await caller.sweep.resume({ sweepId }))).toEqual(['running', 'queued']);
  expect(states(await caller.sweep.pauseTrial({ trialId }))).toEqual(['running', 'paused']);
  expect(states(await caller.sweep.resumeTrial({ trialId }))).toEqual(['running', 'queued']);
  await expect(caller.sweep.resumeTrial({ trialId })).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(states(await caller.sweep.stop({ sweepId }))).toEqual(['stopped', 'stopped']);
  expect(states(await caller.sweep.cancel({ sweepId }))).toEqual(['cancelled', 'stopped']);
  await expect(caller.sweep.resume({ sweepId })).rejects.toMatchObject({ code: 'CONFLICT' });
});

describe('an estimate', () => {
  it('says nothing of the time where nothing was measured', async () => {
    const { caller } = setUp();
    expect(await caller.sweep.estimate(input)).toEqual({
      trials: 3,
      secondsPerTrial: null,
      basis: { runIds: [], unmeasured: ['wgan-gp-ring'] },
    });
  });

  it('takes the speed of completed runs with the same preset and batch', async () => {
    const { store, caller } = setUp();
    const complete = (stepMs: number, batchSize = 256) => {
      const request = parseSweep({ ...input, set: { batchSize } });
      const config = configOfPoint(request, {});
      const { id } = store.run.queue({ preset: 'wgan-gp-ring', engine: 'auto', config });
      store.run.take(id, 'test');
      for (const step of [1, 2]) store.metric.append(id, step, { stepMs });
      store.run.end(id, 'completed', null);
      return id;
    };
    const [slow, fast] = [complete(40), complete(20)];
    complete(1000, 32);
    expect(await caller.sweep.estimate(input)).toEqual({
      trials: 3,
      secondsPerTrial: { low: 4, high: 8 },
      basis: { runIds: [fast, slow], unmeasured: [] },
    });
    const space = { ...input.space, steps: { type: 'choice' as const, values: [100, 1000] } };
    expect(await caller.sweep.estimate({ ...input, set: {}, space })).toMatchObject({
      trials: 6,
      secondsPerTrial: { low: 2, high: 40 },
    });
  });
});
