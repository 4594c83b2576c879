import { parseSweep, type SweepInput } from '@duality/shared';
import { openTestStore } from '@duality/shared/open-test-store';
import type { Store } from '@duality/shared/store';
import { beforeEach, describe, expect, test } from 'vitest';
import { steerSweeps } from './steer.ts';

let store: Store;
let said: string[];

beforeEach(() => {
  store = openTestStore();
  said = [];
});

const create = (changes: Partial<SweepInput> = {}) =>
  store.sweep.create(
    parseSweep({
      name: 'λ',
      preset: 'wgan-gp-ring',
      space: { gradientPenaltyWeight: { type: 'choice', values: [1, 10, 100] } },
      objective: { metric: 'eval.modes', direction: 'minimise' },
      ...changes,
    }),
  ).id;
const steer = (free = 1, now = Date.now()) =>
  steerSweeps({ store, holder: 'scheduler test', say: (line) => void said.push(line) }, free, now);
const trials = (id: number) => store.sweep.trial.list(id);
const states = (id: number) => trials(id).map(({ state }) => state);
const claim = () => store.run.claim('scheduler test')?.id ?? 0;

/** Trains what waits next, to an end with this objective. */
function train(value: number, status: 'completed' | 'stopped' = 'completed'): void {
  const id = claim();
  store.metric.append(id, 10, { 'eval.modes': value });
  store.run.end(id, status, null);
}
const fail = (reason: string) => store.run.end(claim(), 'failed', reason);

test('a grid with two seeds is proposed point by point, and complete when all have ended', () => {
  const id = create({ seeds: [1, 2] });
  for (let i = 0; i < 6; i++) {
    steer();
    expect(states(id).filter((state) => state === 'queued').length).toBeGreaterThan(0);
    train(10 - i);
  }
  steer();
  expect(store.sweep.getSummary(id)).toMatchObject({
    status: 'completed',
    counts: { completed: 6 },
    best: { number: 6 },
  });
  expect(trials(id).map(({ params, seed }) => [params.gradientPenaltyWeight, seed])).toEqual([
    [1, 1],
    [1, 2],
    [10, 1],
    [10, 2],
    [100, 1],
    [100, 2],
  ]);
  expect(store.run.get(trials(id)[3]?.runId ?? 0)).toMatchObject({
    name: 'λ · 4',
    experiment: 'λ',
    config: { gradientPenaltyWeight: 10, seed: 2 },
  });
  expect(said.at(-1)).toBe('Sweep 1 is complete; best is trial 6 with eval.modes 5');
});

test('no more are proposed than slots are free, or than may run at once, or than the budget allows', () => {
  const [wide, narrow, short] = [create(), create({ concurrency: 1 }), create({ budget: { trials: 2 } })];
  steer(2);
  steer(2);
  expect([wide, narrow, short].map((id) => trials(id).length)).toEqual([2, 1, 2]);
  steer(9);
  expect([wide, narrow, short].map((id) => trials(id).length)).toEqual([3, 1, 2]);
});

test('after its time no trial starts, and those that train go on', () => {
  const id = create({ budget: { minutes: 5 } });
  steer();
  const run = claim();
  steer(1, Date.now() + 6 * 60_000);
  expect(states(id)).toEqual(['running']);
  store.run.end(run, 'completed', null);
  steer(1, Date.now() + 6 * 60_000);
  expect(store.sweep.get(id).status).toBe('completed');
});

describe('a trial that failed', () => {
  test('by itself is tried again as often as was asked for, and then left', () => {
    const id = create({ retries: 2, budget: { trials: 1 } });
    for (const _ of [1, 2, 3]) {
      steer();
      fail('no such folder');
    }
    steer();
    expect(trials(id)).toMatchObject([{ state: 'failed', retries: 2, isSettled: true, objective: null }]);
    expect(store.sweep.get(id).status).toBe('completed');
  });

  test('because it diverged is not tried again', () => {
    const id = create({ retries: 2, budget: { trials: 1 } });
    steer();
    fail('diverged: the critic loss is not a number at step 3');
    steer();
    expect(trials(id)).toMatchObject([{ state: 'failed', retries: 0, isSettled: true }]);
  });

  test('because it was killed goes on, unless that happens five times without a step between', () => {
    const id = create({ retries: 0, budget: { trials: 1 } });
    steer();
    for (let i = 0; i < 5; i++) {
      fail('lost: its trainer ended without a word');
      steer();
      expect(states(id)).toEqual(['queued']);
    }
    fail('the trainer was ended by SIGKILL (someone killed it); resume it to go on');
    steer();
    expect(states(id)).toEqual(['failed']);
  });

  test('for values that do not go together says so, and the others go on', () => {
    const id = create({
      preset: 'gan-ring',
      space: { packing: { type: 'choice', values: [1, 16] }, batchSize: { type: 'choice', values: [8, 4096] } },
    });
    for (let i = 0; i < 4; i++) {
      steer();
      if (claim())
        store.run.end(trials(id).findLast(({ state }) => state === 'running')?.runId ?? 0, 'completed', null);
    }
    steer();
    expect(trials(id).filter(({ state }) => state === 'failed')).toMatchObject([
      { params: { packing: 16, batchSize: 4096 }, reason: expect.stringContaining('packing: must leave') },
    ]);
    expect(store.sweep.get(id).status).toBe('completed');
  });
});

test('what rests goes on when it is resumed, or when the scheduler that put it to rest is followed by another', () => {
  const id = create();
  steer();
  const run = claim();
  store.sweep.trial.rest(trials(id)[0] as never);
  store.run.end(run, 'stopped', 'stopped on request');
  expect(states(id)).toEqual(['paused']);
  steer();
  expect(states(id)[0]).toBe('queued');
  claim();
  store.sweep.pause(id);
  store.run.end(run, 'stopped', 'stopped on request');
  steer();
  expect(states(id)[0]).toBe('paused');
  store.sweep.resume(id);
  steer();
  expect(states(id)[0]).toBe('queued');
});

describe('a trial whose run was put into the trash', () => {
  const ends: [string, (run: number, id: number) => void][] = [
    [
      'at rest',
      (run, id) => {
        store.sweep.trial.rest(trials(id)[0] as never);
        store.run.end(run, 'stopped', 'stopped on request');
      },
    ],
    ['that was killed', (run) => store.run.end(run, 'failed', 'lost: its trainer ended without a word')],
    ['that failed', (run) => store.run.end(run, 'failed', 'no such folder')],
  ];

  test.each(ends)('%s is over, and goes on once the run is restored', (_, end) => {
    const id = create({ retries: 1, budget: { trials: 2 } });
    steer();
    const run = claim();
    end(run, id);
    store.run.remove(run);
    steer();
    expect(trials(id)).toMatchObject([{ state: 'stopped', isSettled: true }, { state: 'queued' }]);
    expect(store.sweep.getSummary(id).counts).toEqual({ stopped: 1, queued: 1 });
    store.run.restore(run);
    steer();
    expect(states(id)).toEqual(['queued', 'queued']);
  });

  test('and was completed or ended early counts as before', () => {
    const id = create();
    steer();
    train(3);
    steer();
    const second = claim();
    store.metric.append(second, 10, { 'eval.modes': 9 });
    store.sweep.trial.prune(trials(id)[1] as never, 'worse than the median');
    store.run.end(second, 'stopped', 'stopped on request');
    for (const { runId } of trials(id)) store.run.remove(runId ?? 0);
    steer();
    expect(trials(id)).toMatchObject([
      { state: 'completed', objective: 3 },
      { state: 'pruned', objective: 9 },
      { state: 'queued' },
    ]);
  });
});

test('a cancelled sweep is left alone once its trials have ended', () => {
  const id = create();
  steer();
  const run = claim();
  store.sweep.cancel(id);
  store.run.end(run, 'stopped', 'stopped on request');
  steer();
  expect(trials(id)).toMatchObject([{ state: 'stopped', isSettled: true }]);
  expect(store.sweep.listActive()).toEqual([]);
});

test('a trial that is gone on with by hand is looked at again', () => {
  const id = create({ budget: { trials: 1 } });
  steer();
  train(3, 'stopped');
  steer();
  expect(trials(id)).toMatchObject([{ state: 'stopped', objective: null }]);
  store.run.requeue(trials(id)[0]?.runId ?? 0);
  claim();
  store.run.end(trials(id)[0]?.runId ?? 0, 'completed', null);
  steer();
  expect(trials(id)).toMatchObject([{ state: 'completed', objective: 3 }]);
});

test('what the rule gives up is asked to stop, once, and counts with what it had reached', () => {
  const id = create({
    set: { steps: 1000 },
    seeds: [1, 2, 3],
    budget: { trials: 3 },
    earlyStopping: { rule: 'asha', firstRung: 10, reductionFactor: 2 },
  });
  steer(3);
  const [good, fair, bad] = [claim(), claim(), claim()];
  store.metric.append(good, 10, { 'eval.modes': 1 });
  store.metric.append(fair, 10, { 'eval.modes': 2 });
  steer(0);
  expect(trials(id).map(({ isStopping }) => isStopping)).toEqual([false, true, false]);
  store.run.end(fair, 'stopped', 'stopped on request');
  store.metric.append(bad, 10, { 'eval.modes': 0 });
  store.metric.append(good, 11, { 'eval.modes': 9 });
  steer(0);
  expect(trials(id)).toMatchObject([
    { state: 'running', isStopping: false, judgedStep: 11 },
    { state: 'pruned', objective: 2, reason: expect.stringMatching(/^at step 10 its eval.modes of 2 is not/) },
    { state: 'running', isStopping: false },
  ]);
  expect(said.filter((line) => line.includes('ended early'))).toHaveLength(1);
});
