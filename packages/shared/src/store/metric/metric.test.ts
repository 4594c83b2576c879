import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { aRequest, useTestStore } from '../test-store.ts';

const lab = useTestStore();
const startRun = () => lab.store.run.queue(aRequest()).id;
const seriesOf = (runId: number, name: string, window = { width: 1000 }) =>
  lab.store.series.list(runId, window).find((series) => series.name === name);

test('metrics come back in step order, the best known first', () => {
  const runId = startRun();
  for (const step of [3, 1, 2]) lab.store.metric.append(runId, step, { own: step, criticEstimate: step * 10 });
  const series = lab.store.series.list(runId, { width: 1000 });
  expect(series.map(({ name }) => name)).toEqual(['criticEstimate', 'own']);
  expect(series[0]).toMatchObject({ bucketSteps: 1, steps: [1, 2, 3], values: [10, 20, 30], lows: [10, 20, 30] });
  expect(lab.store.run.get(runId).lastStep).toBe(3);
});

test('a repeated step replaces the old one and is announced again', () => {
  const runId = startRun();
  lab.store.metric.append(runId, 1, { criticLoss: 1 });
  const cursor = lab.store.change.newest();
  lab.store.metric.append(runId, 1, { criticLoss: 2 });
  expect(seriesOf(runId, 'criticLoss')?.values).toEqual([2]);
  const point = { runId, name: 'criticLoss', step: 1, value: 2, kind: null, at: expect.any(Number) };
  expect(lab.store.metric.listSince(cursor, lab.store.change.newest())).toEqual([point]);
});

test('a value that is no finite number is a row with its kind, never a missing one', () => {
  const runId = startRun();
  const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [i, value] of odd.entries()) lab.store.metric.append(runId, i + 1, { criticLoss: value });
  lab.store.metric.append(runId, 4, { criticLoss: 5 });
  expect(seriesOf(runId, 'criticLoss')).toMatchObject({
    values: [null, null, null, 5],
    nonFinite: [
      { step: 1, kind: 'nan' },
      { step: 2, kind: 'inf' },
      { step: 3, kind: '-inf' },
    ],
  });
  const outside = new Sqlite(lab.file, { readonly: true });
  expect(outside.prepare('SELECT step, value, kind FROM v_metric WHERE step < 3 ORDER BY step').all()).toEqual([
    { step: 1, value: null, kind: 'nan' },
    { step: 2, value: null, kind: 'inf' },
  ]);
  outside.close();
});

test('of many steps come about as many buckets as pixels, and a spike of one step is in them', () => {
  const runId = startRun();
  for (let step = 1; step <= 5000; step++)
    lab.store.metric.append(runId, step, { criticEstimate: step === 3210 ? 99 : 1 });
  const whole = seriesOf(runId, 'criticEstimate', { width: 100 });
  expect(whole?.bucketSteps).toBe(64);
  expect(whole?.steps.slice(0, 3)).toEqual([63, 127, 191]);
  expect(whole?.steps).toHaveLength(79);
  expect(whole?.steps.at(-1)).toBe(5000);
  expect(Math.max(...((whole?.highs ?? []) as number[]))).toBe(99);
  expect(whole?.values.filter((value) => value !== 1)).toHaveLength(1);
  const close = lab.store.series.list(runId, { from: 3200, to: 3220, width: 100 })[0];
  expect(close).toMatchObject({ bucketSteps: 1, steps: Array.from({ length: 21 }, (_, i) => 3200 + i) });
  expect(close?.values[10]).toBe(99);
});

test('a step is committed whole or not at all', () => {
  const runId = startRun();
  lab.store.metric.append(runId, 1, { criticLoss: 1, realScore: 1 });
  const outside = new Sqlite(lab.file);
  outside.exec(
    "CREATE TRIGGER fault BEFORE INSERT ON metric WHEN new.value = 13 BEGIN SELECT raise(ABORT, 'planted'); END",
  );
  outside.close();
  expect(() => lab.store.metric.append(runId, 2, { criticLoss: 2, realScore: 13 })).toThrow('planted');
  expect(seriesOf(runId, 'criticLoss')?.steps).toEqual([1]);
  expect(lab.store.run.get(runId).lastStep).toBe(1);
});

test('another connection sees what was appended, by its cursor', () => {
  const runId = startRun();
  const reader = lab.reopen();
  const cursor = reader.change.newest();
  const version = reader.change.version();
  lab.store.metric.append(runId, 1, { criticLoss: 1, realScore: 2 });
  expect(reader.change.version()).not.toBe(version);
  expect(reader.change.listSince(cursor, 10)).toMatchObject([{ runId, kind: 'metrics', firstStep: 1, lastStep: 1 }]);
  expect(reader.metric.listSince(cursor, reader.change.newest())).toHaveLength(2);
});

test('time_ms of the view is when the step was last committed', () => {
  const runId = startRun();
  const before = Date.now();
  lab.store.metric.append(runId, 1, { criticLoss: 1 });
  const outside = new Sqlite(lab.file, { readonly: true });
  const { time_ms: time } = outside.prepare('SELECT time_ms FROM v_metric').get() as { time_ms: number };
  outside.close();
  expect(time).toBeGreaterThanOrEqual(before);
  expect(time).toBeLessThanOrEqual(Date.now());
});
