import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { randomStream, uniforms } from '@duality/shared';
import { expect, test } from 'vitest';
import { makeFolder, query, type Running, readCurve, readSteps, run, start, tiny, waitForStep } from './lab.ts';

const steps = 60;
const rounds = 4;
const metricsAStep = 8;
const config = [...tiny, '--steps', String(steps), '--set', 'checkpointEvery=3', '--set', 'sampleEvery=10'];

test.each([
  ['', 1, []],
  [' with a moving average of the generator', 2, ['--set', 'emaDecay=0.9']],
])('a run killed again and again ends as an undisturbed one%s', async (_name, seed, settings) => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const args = [...config, ...settings, '--json', '--store'];
  const acknowledged = new Set<number>();
  for (let round = 0; round < rounds; round++) {
    const again = ['--resume', '1', '--json', '--store', store];
    const trainer = start(folder, 'train', round === 0 ? [...args, store] : again);
    await killAtRandom(trainer, seed, round);
    for (const step of readSteps(trainer.stdout())) acknowledged.add(step);
    expectCommitted(store, acknowledged);
  }
  expect((await run(folder, 'train', ['--resume', '1', '--store', store])).code).toBe(0);
  expect((await run(folder, 'train', [...args, 'undisturbed.db'])).code).toBe(0);
  expect(readCurve(store)).toEqual(readCurve(join(folder, 'undisturbed.db')));
  expect(query(store, 'SELECT status, last_step FROM v_run')).toEqual([{ status: 'completed', last_step: steps }]);
});

/** After a random number of steps and a random wait, so that it may fall into a commit, a checkpoint or a step. */
async function killAtRandom(trainer: Running, seed: number, round: number): Promise<void> {
  const [share = 0, wait = 0] = uniforms({ seed, stream: randomStream.mixing, counter: round }, 2);
  const goneOn = () => readSteps(trainer.stdout())[0] ?? 1;
  await waitForStep(trainer, 1);
  await waitForStep(trainer, goneOn() + Math.floor(share * 8));
  await setTimeout(wait * 30);
  trainer.kill('SIGKILL');
  expect((await trainer.ended).signal).toBe('SIGKILL');
}

function expectCommitted(store: string, acknowledged: Set<number>): void {
  expect(query(store, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  const rows = query(store, 'SELECT step, count(*) AS n, count(DISTINCT name) AS names FROM v_metric GROUP BY step');
  for (const row of rows) expect(row).toEqual({ step: row.step, n: metricsAStep, names: metricsAStep });
  const committed = rows.map(({ step }) => Number(step));
  expect([...acknowledged].filter((step) => !committed.includes(step))).toEqual([]);
  expect(committed).toEqual(Array.from(committed, (_, i) => i + 1));
}

test('a kill while the store is being made leaves one that works', async () => {
  const folder = makeFolder();
  for (const [i, wait] of uniforms({ seed: 3, stream: randomStream.mixing, counter: 0 }, 4).entries()) {
    const store = join(folder, `lab-${i}.db`);
    const scheduler = start(folder, 'schedule', ['--store', store]);
    await setTimeout(100 + 150 * wait);
    scheduler.kill('SIGKILL');
    await scheduler.ended;
    expect(await run(folder, 'schedule', ['--check', '--store', store])).toMatchObject({ code: 0, stderr: '' });
    expect(query(store, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(query(store, 'SELECT * FROM v_run')).toEqual([]);
  }
});
