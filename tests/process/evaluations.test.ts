import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Event, makeFolder, query, readCurve, readEvents, run, start, waitForStep, withStore } from './lab.ts';

const ring = ['wgan-gp-ring', '--set', 'batchSize=8', '--set', 'hiddenSize=8', '--set', 'checkpointEvery=7', '--json'];
const evaluated = [...ring, '--set', 'evaluateEvery=10', '--steps', '25'];

const tell = (events: Event[]) =>
  events.flatMap(({ type, step, values }) =>
    type === 'evaluation' ? Object.entries(values ?? {}).map(([name, value]) => ({ step, name, value })) : [],
  );

test('evaluations come at their cadence and at the end, with intervals, floors and the critic’s surface', async () => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const { code, stdout, stderr } = await run(folder, 'train', [...evaluated, '--store', store]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const stored = query(store, "SELECT step, name, value FROM v_metric WHERE name LIKE 'eval.%'");
  const told = tell(readEvents(stdout));
  expect(told).toHaveLength(stored.length);
  expect(told).toEqual(expect.arrayContaining(stored));
  expect([...new Set(told.map(({ step }) => step))]).toEqual([10, 20, 25]);
  withStore(store, ({ evaluation }) => {
    const certainty = evaluation.listCertainty(1);
    expect(certainty.map(({ name }) => name)).toEqual(expect.arrayContaining(['eval.criticEstimate', 'eval.w1']));
    for (const { steps, lows, highs } of certainty) {
      for (const [i] of steps.entries()) expect(lows[i]).toBeLessThanOrEqual(highs[i] as number);
    }
    const w1 = certainty.find(({ name }) => name === 'eval.w1');
    expect(w1?.floor?.value).toBeGreaterThan(0);
    expect(w1?.floor?.value).toBeLessThan(told.find(({ name }) => name === 'eval.w1')?.value ?? 0);
    const [first] = evaluation.list(1);
    const { surface } = evaluation.getDetail(first?.id ?? 0);
    expect(surface).toMatchObject({ size: 48, arrows: 12 });
    expect([surface?.scores.length, surface?.gradients.length]).toEqual([48 * 48, 2 * 12 * 12]);
    expect(new Set(surface?.scores).size).toBeGreaterThan(100);
  });
});

test('what is not measured when a run is stopped is measured when it goes on', async () => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const steps = ['--steps', '400', '--set', 'evaluateEvery=1'];
  const trainer = start(folder, 'train', [...ring, ...steps, '--store', store]);
  await waitForStep(trainer, 5);
  trainer.kill('SIGTERM');
  expect((await trainer.ended).code).toBe(130);
  const kept = readdirSync(`${store}-checkpoints/run-1`).filter((name) => name.startsWith('evaluation-'));
  expect(kept.length).toBeGreaterThan(0);
  const few = query(store, 'SELECT last_step FROM v_run')[0]?.last_step;
  const more = ['--resume', '1', '--steps', String(Number(few) + 2), '--store', store];
  expect((await run(folder, 'train', more)).code).toBe(0);
  const alone = [...ring, '--steps', String(Number(few) + 2), '--set', 'evaluateEvery=1', '--store', 'alone.db'];
  expect((await run(folder, 'train', alone)).code).toBe(0);
  expect(readCurve(store)).toEqual(readCurve(join(folder, 'alone.db')));
  expect(readdirSync(`${store}-checkpoints/run-1`).filter((name) => name.startsWith('evaluation-'))).toEqual([]);
});

test('a run that is stopped after its last step is complete only once all is measured', async () => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const trainer = start(folder, 'train', [...ring, '--steps', '9', '--set', 'evaluateEvery=1', '--store', store]);
  await waitForStep(trainer, 9);
  trainer.kill('SIGTERM');
  const { code } = await trainer.ended;
  const measured = () => query(store, "SELECT count(*) AS n FROM v_metric WHERE name = 'eval.w1'")[0]?.n;
  expect(code).toBe(measured() === 9 ? 0 : 130);
  if (code === 130) expect((await run(folder, 'train', ['--resume', '1', '--store', store])).code).toBe(0);
  expect(measured()).toBe(9);
  expect(query(store, 'SELECT status, last_step FROM v_run')).toEqual([{ status: 'completed', last_step: 9 }]);
});
