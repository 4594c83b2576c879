import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { configure, getPreset } from '../../domain/preset.ts';
import { aRequest, useTestStore } from '../test-store.ts';

const lab = useTestStore();

/** A run whose step n was logged `stepMs · n` after its start. */
function trained(steps: number, stepMs: number, preset = 'wgan-gp-mnist', overrides: Record<string, unknown> = {}) {
  const { run } = lab.store;
  const { id } = run.queue(aRequest({ preset, config: configure(getPreset(preset), overrides) }));
  const startedAt = run.take(id, 'test').startedAt as number;
  const all = Array.from({ length: steps }, (_, at) => at + 1);
  lab.store.metric.appendMany(
    id,
    all.map((step) => ({ step, values: { criticLoss: step / 10 }, at: startedAt + step * stepMs })),
  );
  return { id, startedAt };
}
const compare = (ids: number[], axis: 'step' | 'epoch' | 'relative' | 'wall', window = {}) =>
  lab.store.series.compare(ids, { name: 'criticLoss', axis, width: 100, ...window });

test('runs of different speed lie at their own times', () => {
  const [fast, slow] = [trained(40, 500), trained(40, 2000)];
  const [first, second] = compare([fast.id, slow.id], 'relative');
  expect(first?.xs?.slice(0, 3)).toEqual([0.5, 1, 1.5]);
  expect(second?.xs?.slice(0, 3)).toEqual([2, 4, 6]);
  const [wall] = compare([slow.id], 'wall');
  expect(wall?.xs?.[9]).toBe(slow.startedAt + 20_000);
});

test('a window of time holds the steps that were logged in it, both ends included', () => {
  const { id, startedAt } = trained(40, 1000);
  expect(compare([id], 'relative', { from: 3, to: 5 })[0]?.series.steps).toEqual([3, 4, 5]);
  expect(compare([id], 'relative', { from: 3.2, to: 5.9 })[0]?.series.steps).toEqual([4, 5]);
  expect(compare([id], 'wall', { from: startedAt + 38_500 })[0]?.series.steps).toEqual([39, 40]);
  expect(compare([id], 'wall', { to: startedAt })[0]?.series.steps).toEqual([]);
});

test('a window of epochs is one of steps for each run by itself', () => {
  const [five, one] = [trained(400, 1), trained(400, 1, 'wgan-gp-mnist', { criticSteps: 1 })];
  const [some, fewer] = compare([five.id, one.id], 'epoch', { from: 0.1, to: 0.2 });
  const xs = some?.xs ?? [];
  expect(Math.min(...xs)).toBeGreaterThanOrEqual(0.1);
  expect(Math.max(...xs)).toBeLessThanOrEqual(0.2);
  const stepsOfEpochs = (criticSteps: number) =>
    Math.floor((0.2 * 937) / criticSteps) - Math.ceil((0.1 * 937) / criticSteps) + 1;
  expect([xs.length, fewer?.xs?.length]).toEqual([stepsOfEpochs(5), stepsOfEpochs(1)]);
});

test('a run without the metric, without epochs, not yet started or gone is left out', () => {
  const [images, points] = [trained(4, 1), trained(4, 1, 'wgan-gp-ring')];
  const queued = lab.store.run.queue(aRequest()).id;
  expect(compare([images.id, points.id, queued, 999], 'epoch').map(({ runId }) => runId)).toEqual([images.id]);
  expect(compare([images.id, points.id, queued, 999], 'wall').map(({ runId }) => runId)).toEqual([
    images.id,
    points.id,
  ]);
  expect(lab.store.series.compare([images.id], { name: 'nothing', axis: 'step', width: 9 })).toEqual([]);
});

test('steps that a resumed run repeats lie where they were repeated', () => {
  const { id, startedAt } = trained(10, 1000);
  lab.store.metric.appendMany(id, [{ step: 8, values: { criticLoss: 0.8 }, at: startedAt + 60_000 }]);
  const db = new Sqlite(lab.file, { readonly: true });
  const times = db.prepare('SELECT step, time_ms FROM v_metric WHERE run_id = ? ORDER BY step').all(id);
  db.close();
  expect(compare([id], 'wall')[0]?.xs).toEqual((times as { time_ms: number }[]).map(({ time_ms }) => time_ms));
});

test('the metrics that any of several runs has are named once, in the order of the pages', () => {
  const [a, b] = [trained(2, 1).id, trained(2, 1).id];
  lab.store.metric.appendMany(b, [{ step: 3, values: { 'z.own': 1, criticEstimate: 2, 'a.own': 3 } }]);
  expect(lab.store.series.names([a, b])).toEqual(['criticEstimate', 'criticLoss', 'a.own', 'z.own']);
});
