import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Trial } from '../../domain/sweep/sweep.ts';
import { configOfPoint, parseSweep } from '../../domain/sweep/sweep-problems.ts';
import type { SweepInput } from '../../domain/sweep/sweep-request.ts';
import { aRequest, useTestStore } from '../test-store.ts';

const lab = useTestStore();

function create(changes: Partial<SweepInput> = {}) {
  const request = parseSweep({
    name: 'λ',
    preset: 'wgan-gp-ring',
    space: { gradientPenaltyWeight: { type: 'choice', values: [1, 10] } },
    objective: { metric: 'eval.modes', direction: 'minimise' },
    ...changes,
  });
  const { id } = lab.store.sweep.create(request);
  const add = (point = 0, seed = 1) => {
    const params = { gradientPenaltyWeight: [1, 10][point % 2] as number };
    const run = { ...aRequest(), preset: 'wgan-gp-ring', config: { ...configOfPoint(request, params), seed } };
    return lab.store.sweep.trial.add({ sweepId: id, point, params, runs: [run] })[0] as Trial;
  };
  const states = () => lab.store.sweep.trial.list(id).map(({ state }) => state);
  const trial = (number: number) => {
    const found = lab.store.sweep.trial.list(id)[number - 1];
    if (!found) throw new Error(`no trial ${number}`);
    return found;
  };
  return { id, add, states, trial };
}

/** As any SQL client does. */
function outside(sql: string): unknown[] {
  const db = new Sqlite(lab.file);
  const statement = db.prepare(sql);
  const rows = statement.reader ? statement.all() : [statement.run()];
  db.close();
  return rows;
}

const claim = () => lab.store.run.claim('scheduler me')?.id;
/** What a trainer does that was asked to stop. */
const endStopped = (runId: number | null | undefined) => lab.store.run.end(runId ?? 0, 'stopped', 'stopped on request');

test('a trial and its run come together, numbered in order, and only while the sweep runs', () => {
  const { id, add } = create();
  expect([add(0), add(1)]).toMatchObject([
    { number: 1, state: 'queued', params: { gradientPenaltyWeight: 1 } },
    { number: 2, state: 'queued', params: { gradientPenaltyWeight: 10 } },
  ]);
  lab.store.sweep.pause(id);
  expect(() => add(2)).toThrow(`sweep ${id} does not run`);
  expect(lab.store.run.count()).toBe(2);
});

describe('pause and resume', () => {
  test('what trains rests and what waits waits, until it is resumed and woken', () => {
    const { id, add, states, trial } = create();
    const [first] = [add(0), add(1)];
    claim();
    lab.store.sweep.pause(id);
    expect(states()).toEqual(['running', 'paused']);
    expect(lab.store.run.get(first.runId ?? 0).stopRequested).toBe(true);
    endStopped(first.runId);
    expect(states()).toEqual(['paused', 'paused']);
    expect(claim()).toBeUndefined();
    lab.store.sweep.resume(id);
    expect(states()).toEqual(['paused', 'queued']);
    lab.store.sweep.trial.wake(trial(1));
    expect(states()).toEqual(['queued', 'queued']);
    expect(claim()).toBe(first.runId);
  });

  test('one trial rests while the others go on', () => {
    const { add, states, trial } = create();
    add(0);
    const second = add(1);
    lab.store.sweep.trial.pause(second.id);
    claim();
    expect(claim()).toBeUndefined();
    expect(states()).toEqual(['running', 'paused']);
    lab.store.sweep.trial.resume(second.id);
    expect(claim()).toBe(second.runId);
    expect(() => lab.store.sweep.trial.resume(trial(2).id)).toThrow('trial 2 is running and cannot be resumed');
  });
});

test('stopped: what trains goes on, what waits or rests is over, and nothing is resumed', () => {
  const { id, add, states } = create();
  const [first, second] = [add(0), add(0, 2), add(1)];
  lab.store.sweep.trial.pause(second.id);
  claim();
  lab.store.sweep.stop(id);
  expect(states()).toEqual(['running', 'stopped', 'stopped']);
  expect(lab.store.run.get(first.runId ?? 0).stopRequested).toBe(false);
  expect(() => lab.store.sweep.resume(id)).toThrow(`sweep ${id} is stopped and cannot be resumed`);
});

test('cancelled: what trains is asked to stop, and what was about to rest is over', () => {
  const { id, add, states } = create();
  const trials = [add(0), add(0, 2), add(1)];
  claim();
  claim();
  lab.store.sweep.trial.pause(trials[0]?.id ?? 0);
  lab.store.sweep.cancel(id);
  for (const { runId } of trials.slice(0, 2)) endStopped(runId);
  expect(states()).toEqual(['stopped', 'stopped', 'stopped']);
});

test('a trial that the rule ends keeps the reason', () => {
  const { add, trial } = create();
  const { runId } = add();
  claim();
  lab.store.sweep.trial.prune(trial(1), 'worse than the median');
  endStopped(runId);
  expect(trial(1)).toMatchObject({ state: 'pruned', reason: 'worse than the median' });
});

test('interruptions count until the trial gets any further', () => {
  const { add } = create();
  const { id, runId } = add();
  const interrupt = () => {
    claim();
    lab.store.run.end(runId ?? 0, 'failed', 'lost: its trainer ended without a word');
    lab.store.sweep.trial.goOn(id);
    return lab.store.sweep.trial.get(id).interruptions;
  };
  expect([interrupt(), interrupt()]).toEqual([1, 2]);
  lab.store.metric.append(runId ?? 0, 1, { 'eval.modes': 1 });
  expect(lab.store.sweep.trial.get(id).interruptions).toBe(0);
  expect([interrupt(), interrupt()]).toEqual([1, 2]);
});

describe('whose turn it is', () => {
  const single = () => lab.store.run.queue(aRequest()).id;

  test('sweeps and single runs take turns, with one slot', () => {
    const [a, b] = [create(), create()];
    const [a1, a2, b1] = [a.add(0).runId, a.add(1).runId, b.add(0).runId];
    const [s1, s2] = [single(), single()];
    let at = 1;
    const served = Array.from({ length: 5 }, () => {
      const id = claim() ?? 0;
      outside(`UPDATE run SET started_at = ${at++} WHERE id = ${id}`);
      lab.store.run.end(id, 'completed', null);
      return id;
    });
    expect(served).toEqual([a1, b1, s1, a2, s2]);
  });

  test('whoever has the fewest that train comes first', () => {
    const [a, b] = [create(), create()];
    const [a1] = [a.add(0).runId, a.add(1).runId, a.add(2).runId];
    expect(claim()).toBe(a1);
    const b1 = b.add(0).runId;
    expect(claim()).toBe(b1);
  });

  test('a sweep has no more at once than it was given', () => {
    const { add } = create({ concurrency: 1 });
    const [first, second] = [add(0).runId, add(1).runId];
    expect([claim(), claim()]).toEqual([first, undefined]);
    lab.store.run.end(first ?? 0, 'completed', null);
    expect(claim()).toBe(second);
  });
});

test('views say the same to any SQL client', () => {
  const { id, add } = create();
  const { id: trialId, runId } = add(1, 7);
  lab.store.sweep.trial.settle(trialId, 0.25);
  expect(outside('SELECT * FROM v_sweep')).toMatchObject([
    { sweep_id: id, name: 'λ', status: 'running', strategy: 'grid', objective: 'eval.modes', direction: 'minimise' },
  ]);
  expect(outside('SELECT * FROM v_trial')).toMatchObject([
    { sweep_id: id, run_id: runId, number: 1, state: 'queued', objective_value: 0.25, seed: 7 },
  ]);
});

describe('the objective', () => {
  const objective = { metric: 'eval.modes', count: 2, direction: 'minimise' as const };
  test('is the last, the best or the mean of the last values; what is not finite counts for nothing', () => {
    const { id } = lab.store.run.begin(aRequest(), 'me', null);
    const find = (summary: 'last' | 'best' | 'meanOfLast') =>
      lab.store.sweep.objective.find(id, { ...objective, summary });
    expect(find('best')).toBeNull();
    for (const [i, value] of [4, 1, 2, Number.NaN, 3].entries())
      lab.store.metric.append(id, i + 1, { 'eval.modes': value });
    expect([find('last'), find('best'), find('meanOfLast')]).toEqual([3, 1, 2.5]);
    expect(lab.store.sweep.objective.listReports(id, 'eval.modes', 2)).toEqual([
      { step: 3, value: 2 },
      { step: 4, value: null },
      { step: 5, value: 3 },
    ]);
  });
});
