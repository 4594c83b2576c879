import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  expectOneLine,
  makeFolder,
  query,
  readCurve,
  readSteps,
  run,
  start,
  statusOf,
  waitFor,
  waitForStep,
  withStore,
} from './lab.ts';

const tiny = ['--set', 'batchSize=8', '--set', 'hiddenSize=8', '--set', 'evaluateEvery=0', '--set', 'sampleEvery=100'];
const parent = [...tiny, '--set', 'checkpointEvery=4', '--set', 'keepCheckpointEvery=4', '--set', 'emaDecay=0'];

/** Trains run 1 to `steps` and gives a way to say more. */
async function lab(preset: string, steps: number) {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const train = (...args: string[]) => run(folder, 'train', [...args, '--store', store, '--json']);
  expect((await train(preset, ...parent, '--steps', String(steps), '--name', 'first')).code).toBe(0);
  return { folder, store, train };
}

const after = (store: string, runId: number, step: number) => {
  const { metrics, state } = readCurve(store, runId);
  return { metrics: metrics.filter((row) => Number(row.step) > step), state };
};

test('an unchanged clone repeats the curve of its parent to the bit, which may then go', async () => {
  const { store, train } = await lab('wgan-gp-ring', 14);
  const cloned = await train('--clone', '1', '--at', '4', '--steps', '10', '--name', 'second');
  expect({ code: cloned.code, stderr: cloned.stderr }).toEqual({ code: 0, stderr: '' });
  expect(readSteps(cloned.stdout)).toEqual([5, 6, 7, 8, 9, 10]);
  rmSync(`${store}-checkpoints/run-1`, { recursive: true });
  expect((await train('--resume', '2', '--steps', '14')).code).toBe(0);
  expect(after(store, 2, 0)).toEqual(after(store, 1, 4));
  expect(query(store, 'SELECT name, parent_run_id, parent_step, last_step FROM v_run WHERE run_id = 2')).toEqual([
    { name: 'second', parent_run_id: 1, parent_step: 4, last_step: 14 },
  ]);
});

test.each([0, 1])('a clone killed while it starts is resumed as if nothing had happened (%d)', async (steps) => {
  const { folder, store, train } = await lab('wgan-gp-ring', 14);
  const trainer = start(folder, 'train', ['--clone', '1', '--at', '4', '--steps', '14', '--store', store, '--json']);
  await waitFor('run 2', () => query(store, 'SELECT * FROM v_run WHERE run_id = 2').length > 0);
  if (steps > 0) await waitForStep(trainer, 5);
  trainer.kill('SIGKILL');
  await trainer.ended;
  expect((await train('--resume', '2')).code).toBe(0);
  expect(after(store, 2, 0)).toEqual(after(store, 1, 4));
});

test('a scheduler starts a clone that waits', async () => {
  const { folder, store } = await lab('wgan-gp-ring', 12);
  withStore(store, ({ clone }) => clone.queue({ runId: 1, at: 4, config: { learningRate: 1e-4 } }));
  const scheduler = start(folder, 'schedule', ['--store', store]);
  await waitFor('the end of the clone', () => statusOf(store, 2) === 'completed');
  scheduler.kill('SIGTERM');
  expect((await scheduler.ended).code).toBe(0);
  expect(after(store, 2, 0).metrics[0]).toMatchObject({ step: 5 });
});

test('a clone with another optimiser ends the same, stopped and resumed or not', async () => {
  const { folder, store, train } = await lab('wgan-ring', 8);
  const changes = ['--clone', '1', '--set', 'optimiser=adam', '--set', 'emaDecay=0.9', '--set', 'learningRate=1e-3'];
  expect((await train(...changes, '--steps', '40')).code).toBe(0);
  const trainer = start(folder, 'train', [...changes, '--steps', '40', '--store', store, '--json']);
  await waitForStep(trainer, 12);
  trainer.kill('SIGTERM');
  expect((await trainer.ended).code).toBe(130);
  expect((await train('--resume', '3')).code).toBe(0);
  expect(readCurve(store, 3)).toEqual(readCurve(store, 2));
  const moves = query(
    store,
    "SELECT max(abs(value)) AS most FROM v_metric WHERE run_id = 2 AND name = 'criticEstimate'",
  );
  expect(moves[0]?.most).toBeLessThan(10); // fresh moments that count from their own start take no leap
});

test('what a resume or a clone cannot do is refused, with all of it listed and a way that works', async () => {
  const { store, train } = await lab('wgan-gp-ring', 8);
  const before = query(store, 'SELECT * FROM v_run');
  const refuse = async (args: string[], ...says: (RegExp | string)[]) => {
    const { code, stdout, stderr } = await train(...args);
    expectOneLine(stderr, ...says);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  };
  await refuse(
    ['--resume', '1', '--set', 'learningRate=1e-4', '--seed', '7', '--set', 'batchSize=8', '--name', 'first'],
    'learningRate: 0.001 in the run, 0.0001 asked',
    'seed: 1 in the run, 7 asked',
    'npm run train -- --clone 1 --set ',
    /^(?!.*(batchSize|name))/,
  );
  await refuse(
    ['--resume', '1', 'wgan-mnist', '--steps', '9'],
    'preset: wgan-gp-ring in the run, wgan-mnist asked',
    'npm run train -- wgan-mnist',
  );
  await refuse(
    ['--resume', '1', '--engine', 'cpu', '--data', '.'],
    'engine: ',
    ', cpu asked',
    'data: the packaged data',
  );
  await refuse(['--resume', '1', '--set', 'nosuch=1'], 'nosuch: unknown key');
  await refuse(['--resume', '1', '--set', 'learningRate=1e-3', 'wgan-gp-ring'], /run 1 is complete .*--steps/);
  await refuse(['--clone', '1'], 'steps: must be more than 8');
  await refuse(['--clone', '1', '--steps', '20', '--set', 'hiddenSize=9'], 'hiddenSize: must stay 8, not 9');
  await refuse(
    ['--clone', '1', '--steps', '20', '--at', '3'],
    'run 1 has no checkpoint of step 3: it has those of steps 4, 8',
  );
  await refuse(['--clone', '1', '--resume', '1'], 'not both');
  await refuse(['wgan-gp-ring', '--at', '4'], '--at: goes with --clone');
  expect(query(store, 'SELECT * FROM v_run')).toEqual(before);
});

test('words that say again what the run is are no difference', async () => {
  const { train } = await lab('wgan-gp-ring', 8);
  const again = ['wgan-gp-ring', ...parent, '--seed', '1', '--name', 'first', '--steps', '10'];
  expect(await train('--resume', '1', ...again)).toMatchObject({ code: 0, stderr: '' });
});
