import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { randomStream, type SweepInput, uniforms } from '@duality/shared';
import { expect, test } from 'vitest';
import { query, readCurve, run, start } from '../process/lab.ts';
import { count } from './count.ts';
import { isLong, kills } from './extent.ts';
import { killAll, makeFaultLab, secondsUntil } from './lab.ts';
import { lostSteps, readStored } from './steps.ts';

/** One after the other. */
const kinds = ['dashboard', 'all at once', 'trainer', 'scheduler'] as const;
const trials = 2 + Math.ceil(kills / 2);
/** Enough that there is still something to kill at the end. */
const steps = isLong ? 1000 : 300;
const onceMs = 60_000;
const aTrialMs = isLong ? 120_000 : 30_000;

const sweep: SweepInput = {
  name: 'killed now and then',
  preset: 'wgan-gp-ring',
  set: { steps, batchSize: 8, hiddenSize: 8, evaluateEvery: 100, sampleEvery: 100, checkpointEvery: 20 },
  space: { gradientPenaltyWeight: { type: 'choice', values: Array.from({ length: trials }, (_, i) => i + 1) } },
  strategy: 'grid',
  objective: { metric: 'eval.criticEstimate', direction: 'minimise' },
};

const curvesOf = (store: string) =>
  query(store, 'SELECT run_id, params_json, state FROM v_trial ORDER BY params_json').map((trial) => ({
    ...trial,
    run_id: undefined,
    ...readCurve(store, Number(trial.run_id)),
  }));

test(`${kills} kills of trainer, dashboard, scheduler and all: nothing is lost, and every curve is as if undisturbed`, {
  timeout: 4 * onceMs + kills * 2 * onceMs + 2 * trials * aTrialMs,
}, async () => {
  const lab = await makeFaultLab();
  const create = (store: string) => run(lab.folder, 'sweep', ['sweep.json', '--store', store]);
  writeFileSync(join(lab.folder, 'sweep.json'), JSON.stringify(sweep));
  expect(await create(lab.store)).toMatchObject({ code: 0, stderr: '' });
  const isOver = (store: string) => query(store, "SELECT 1 FROM v_sweep WHERE status = 'completed'").length === 1;
  let started = lab.launch();
  await secondsUntil('the dashboard', async () => (await lab.health()).ok, onceMs);
  for (let kill = 0; kill < kills; kill++) {
    const kind = kinds[kill % kinds.length] as (typeof kinds)[number];
    const [wait = 0] = uniforms({ seed: 8, stream: randomStream.mixing, counter: kill }, 1);
    await secondsUntil('a trainer', () => lab.trainers().length > 0 || isOver(lab.store), onceMs);
    const already = readStored(lab.store).size;
    await secondsUntil('a step', () => readStored(lab.store).size > already || isOver(lab.store), onceMs);
    await setTimeout(wait * 1000);
    const before = readStored(lab.store);
    let injected = 0;
    if (kind === 'all at once') {
      injected = await killAll([started.pid, ...lab.schedulers(), ...lab.webs(), ...lab.trainers()]);
      await started.ended;
      started = lab.launch();
    } else if (kind === 'trainer') injected = await killAll(lab.trainers());
    else injected = await killAll(kind === 'dashboard' ? lab.webs() : lab.schedulers());
    const trueAfterS = await secondsUntil(`a true state after a kill of ${kind}`, lab.isTrue);
    const lost = lostSteps(before, readStored(lab.store));
    count({ kind: `SIGKILL: ${kind}`, injected, acknowledged: before.size, lost: lost.length, trueAfterS });
    expect(lost).toEqual([]);
  }
  await secondsUntil('the end of the sweep', () => isOver(lab.store), onceMs + trials * aTrialMs);
  started.kill('SIGTERM');
  await started.ended;

  const undisturbed = join(lab.folder, 'undisturbed.db');
  expect(await create(undisturbed)).toMatchObject({ code: 0 });
  const scheduler = start(lab.folder, 'schedule', ['--store', undisturbed, '--slots', '2', '--engine', 'cpu']);
  await secondsUntil('the undisturbed sweep', () => isOver(undisturbed), onceMs + trials * aTrialMs);
  scheduler.kill('SIGTERM');
  await scheduler.ended;
  const curves = curvesOf(undisturbed);
  expect(curves).toHaveLength(trials);
  expect(curves.every(({ metrics }) => metrics.length > steps)).toBe(true);
  expect(curvesOf(lab.store)).toEqual(curves);
  expect(query(lab.store, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});
