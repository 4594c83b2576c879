import { describe, expect, it } from 'vitest';
import { watchStore } from '../live.ts';
import { createCaller } from '../router.ts';
import { addRunningRun, openTestStore } from '../test-store.ts';

function setUp() {
  const store = openTestStore();
  const leaving = new AbortController();
  const live = watchStore(store, { everyMs: 5, maxChanges: 50 });
  return { store, leaving, live, caller: createCaller({ store, live }, { signal: leaving.signal }) };
}

type Tracked = [
  id: string,
  delta: {
    points: { runId: number; step: number; kind: string | null }[];
    logSeq: object;
    altered: number[];
    stale: boolean;
    runs: object[];
  },
];
const value = async (deltas: AsyncIterator<unknown>) => (await deltas.next()).value as Tracked;

it('series and live together miss nothing and repeat nothing', async () => {
  const { store, leaving, live, caller } = setUp();
  const runId = addRunningRun(store);
  for (let step = 1; step <= 5; step++) store.metric.append(runId, step, { criticEstimate: step });
  const { series, cursor } = await caller.metric.series({ runId, width: 100 });
  for (let step = 6; step <= 9; step++)
    store.metric.append(runId, step, { criticEstimate: step === 7 ? Number.NaN : step });
  const deltas = (await caller.metric.live({ runIds: [runId], lastEventId: String(cursor) }))[Symbol.asyncIterator]();
  const [, delta] = await value(deltas);
  expect([...(series[0]?.steps ?? []), ...delta.points.map((point) => point.step)]).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
  expect(delta.points.map((point) => point.kind)).toEqual([null, 'nan', null, null]);
  leaving.abort();
  await deltas.return?.();
  expect(live.countListeners()).toBe(0);
});

it('only the runs asked for are told of, with their newest log line', async () => {
  const { store, caller } = setUp();
  const [wanted, other] = [addRunningRun(store), addRunningRun(store)];
  const deltas = (await caller.metric.live({ runIds: [wanted], lastEventId: String(store.change.newest()) }))[
    Symbol.asyncIterator
  ]();
  store.metric.append(other, 1, { criticEstimate: 1 });
  store.log.add(other, 'info', 'not asked for');
  store.metric.append(wanted, 1, { criticEstimate: 1 });
  store.log.add(wanted, 'info', 'asked for');
  const [, delta] = await value(deltas);
  expect(delta.points).toEqual([
    { runId: wanted, name: 'criticEstimate', step: 1, value: 1, kind: null, at: expect.any(Number) },
  ]);
  expect(delta.logSeq).toEqual({ [wanted]: store.log.list(wanted).at(-1)?.seq });
  expect(delta.runs).toMatchObject([{ id: wanted, lastStep: 1 }]);
  expect(delta.altered).toEqual([]);
  store.alert.raise({
    runId: wanted,
    step: 1,
    rule: 'frozen-loss',
    severity: 'error',
    message: 'as a test',
    edits: {},
  });
  const [, next] = await value(deltas);
  expect(next).toMatchObject({ altered: [wanted], runs: [{ id: wanted, alerts: { error: 1, warning: 0 } }] });
});

it('a listener too far behind is told to read the series again', async () => {
  const { store, caller } = setUp();
  const runId = addRunningRun(store);
  for (let step = 1; step <= 60; step++) store.metric.append(runId, step, { criticEstimate: step });
  const deltas = (await caller.metric.live({ runIds: [runId], lastEventId: '1' }))[Symbol.asyncIterator]();
  const [id, delta] = await value(deltas);
  expect(id).toBe(String(store.change.newest()));
  expect(delta).toMatchObject({ stale: true, points: [], runs: [{ id: runId, lastStep: 60 }] });
});

it('refuses what cannot be meant', async () => {
  const { store, caller } = setUp();
  const runId = addRunningRun(store);
  for (const input of [
    { runId, width: 0 },
    { runId, width: 10_001 },
    { runId, width: 10, from: -1 },
    { runId, width: Number.NaN },
  ]) {
    await expect(caller.metric.series(input)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  }
  await expect(caller.metric.series({ runId: 99, width: 10 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  for (const lastEventId of ['x', '-1', '1e3', '9'.repeat(16)]) {
    await expect(caller.metric.live({ runIds: [runId], lastEventId })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  }
});

it('a group sums one metric up over runs', async () => {
  const { store, leaving, caller } = setUp();
  const runIds = [addRunningRun(store), addRunningRun(store)];
  for (const [i, runId] of runIds.entries()) store.metric.append(runId, 1, { criticEstimate: 1 + 2 * i });
  const { group } = await caller.metric.group({ runIds, name: 'criticEstimate', width: 100 });
  expect(group).toMatchObject({ bucketSteps: 1, steps: [1], runs: [2], means: [2], lows: [1], highs: [3] });
  expect(group.deviations[0]).toBeCloseTo(Math.SQRT2, 12);
  const missing = caller.metric.group({ runIds: [99], name: 'criticEstimate', width: 100 });
  await expect(missing).rejects.toMatchObject({ code: 'NOT_FOUND' });
  leaving.abort();
});

describe('curves in little', () => {
  it('are of the metric that leads each run, or of one metric, and keep a spike of one step', async () => {
    const { store, caller } = setUp();
    const [first, second] = [addRunningRun(store), addRunningRun(store)];
    store.metric.appendMany(
      first,
      Array.from({ length: 5000 }, (_, i) => ({ step: i + 1, values: { criticEstimate: i === 3210 ? 99 : 1 } })),
    );
    store.metric.append(second, 1, { criticLoss: Number.NaN });
    const [curve, ...others] = await caller.metric.sparkline({ runIds: [first, second, 4711], width: 60 });
    expect(others).toEqual([]);
    expect(curve).toMatchObject({ runId: first, curve: { name: 'criticEstimate', nonFinite: 0 } });
    expect(curve?.curve.steps.length).toBeLessThanOrEqual(120);
    expect(Math.max(...(curve?.curve.highs ?? []).map(Number))).toBe(99);
    expect(await caller.metric.sparkline({ runIds: [first, second], name: 'criticLoss', width: 60 })).toEqual([
      {
        runId: second,
        curve: { name: 'criticLoss', steps: [1], values: [null], lows: [null], highs: [null], nonFinite: 1 },
      },
    ]);
  });
});
