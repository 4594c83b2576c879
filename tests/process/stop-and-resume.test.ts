import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  expectOneLine,
  holdStill,
  makeFolder,
  query,
  readCurve,
  readEvents,
  readSteps,
  reasonOf,
  run,
  start,
  statusOf,
  tiny,
  waitForStep,
} from './lab.ts';

const steps = 120;
const config = [...tiny, '--set', 'checkpointEvery=5', '--set', 'sampleEvery=10', '--steps', String(steps)];

let reference: Promise<ReturnType<typeof readCurve>> | undefined;

/** What the run comes to when nothing disturbs it; trained once for the whole file. */
const undisturbed = () =>
  (reference ??= (async () => {
    const folder = makeFolder();
    expect((await run(folder, 'train', [...config, '--store', 'lab.db'])).code).toBe(0);
    return readCurve(join(folder, 'lab.db'));
  })());

/** Leaves a stopped run 1 behind, at `step` or a little later. */
async function stopAt(step: number, signal: NodeJS.Signals = 'SIGTERM') {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const trainer = start(folder, 'train', [...config, '--store', store, '--json']);
  await waitForStep(trainer, step);
  trainer.kill(signal);
  return { folder, store, ...(await trainer.ended) };
}

const resume = (folder: string, ...args: string[]) =>
  run(folder, 'train', ['--resume', '1', '--store', 'lab.db', '--json', ...args]);

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s saves a checkpoint, and the resumed run ends as if nothing had happened',
  async (signal) => {
    const { folder, store, code, stdout, stderr } = await stopAt(7, signal);
    const lastStep = readSteps(stdout).at(-1) ?? 0;
    expect(code).toBe(130);
    expectOneLine(stderr, new RegExp(`step ${lastStep}\\b`), /--resume 1\b/);
    expect(lastStep).toBeLessThan(steps);
    expect(readEvents(stdout).at(-1)).toMatchObject({ type: 'done', runId: 1, status: 'stopped', step: lastStep });
    expect(statusOf(store)).toBe('stopped');
    expect(readCurve(store).state).toMatchObject([{ step: lastStep }]);

    const resumed = await resume(folder);
    expect({ code: resumed.code, stderr: resumed.stderr }).toEqual({ code: 0, stderr: '' });
    expect(readSteps(resumed.stdout)).toEqual(Array.from({ length: steps - lastStep }, (_, i) => lastStep + 1 + i));
    expect(readEvents(resumed.stdout).at(-1)).toEqual({ type: 'done', runId: 1, status: 'completed', step: steps });
    expect(readCurve(store)).toEqual(await undisturbed());
  },
);

test('a complete run goes further with --steps, as if it had been as long from the start', async () => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  expect((await run(folder, 'train', [...config, '--steps', '8', '--store', store])).code).toBe(0);
  expect((await resume(folder, '--steps', String(steps))).code).toBe(0);
  const { metrics, state } = await undisturbed();
  expect(readCurve(store)).toMatchObject({ metrics, state });
});

test('a damaged newest checkpoint falls back to the one before, with the same end', async () => {
  const { folder, store } = await stopAt(12);
  const [newest = '', older = ''] = listCheckpoints(store);
  const bytes = readFileSync(newest);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(newest, bytes);

  const resumed = await resume(folder);
  expect(resumed.code).toBe(0);
  expect(readSteps(resumed.stdout)[0]).toBe(stepOf(older) + 1);
  expect(query(store, 'SELECT count(*) - count(DISTINCT name || step) AS twice FROM v_metric')).toEqual([{ twice: 0 }]);
  expect(readCurve(store)).toEqual(await undisturbed());
});

test('without any whole checkpoint the run says so, keeps its steps, and goes on when the files are back', async () => {
  const { folder, store } = await stopAt(7);
  const kept = listCheckpoints(store).map((file) => [file, readFileSync(file)] as const);
  const before = readCurve(store);
  for (const [file, bytes] of kept) writeFileSync(file, bytes.subarray(0, 1000));
  const refused = await resume(folder);
  expectOneLine(refused.stderr, /run 1/, /no whole checkpoint/, /lab\.db-checkpoints/);
  expect(refused.code).toBe(1);
  expect(statusOf(store)).toBe('failed');
  expect(reasonOf(store)).toMatch(/no whole checkpoint/);

  for (const [file] of kept) rmSync(file);
  expect((await resume(folder)).code).toBe(1);
  expect(readCurve(store)).toEqual(before);

  for (const [file, bytes] of kept) writeFileSync(file, bytes);
  expect((await resume(folder)).code).toBe(0);
  expect(readCurve(store)).toEqual(await undisturbed());
});

test('a run that another process trains cannot be resumed, and that process is not disturbed', async () => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const trainer = start(folder, 'train', [...config, '--store', store, '--json']);
  await waitForStep(trainer, 3);
  await holdStill(store, trainer.pid); // so that it is surely still at work when the other one comes
  const refused = await resume(folder);
  expect(statusOf(store)).toBe('running');
  trainer.kill('SIGCONT');
  expectOneLine(refused.stderr, /run 1 is running/);
  expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 1, stdout: '' });

  expect((await trainer.ended).code).toBe(0);
  expect(readCurve(store)).toEqual(await undisturbed());
});

test('a run stays on the engine that it began on', async () => {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  const begun = start(folder, 'train', [...config, '--store', store, '--json', '--engine', 'wasm']);
  await waitForStep(begun, 2);
  begun.kill('SIGINT');
  expect((await begun.ended).code).toBe(130);
  const resumed = start(folder, 'train', ['--resume', '1', '--store', store, '--json'], { DUALITY_ENGINE: 'cpu' });
  await waitForStep(resumed, 4);
  resumed.kill('SIGINT');
  expect(readEvents((await resumed.ended).stdout)[0]).toMatchObject({ type: 'start', engine: 'wasm' });
});

/** Newest first. */
function listCheckpoints(store: string): string[] {
  const folder = `${store}-checkpoints/run-1`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((file) => join(folder, file))
    .sort((a, b) => stepOf(b) - stepOf(a));
}

const stepOf = (file: string) => Number(/step-(\d+)\.safetensors$/.exec(file)?.[1]);
