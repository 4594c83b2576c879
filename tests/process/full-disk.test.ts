import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { count } from '../faults/count.ts';
import {
  type Ended,
  expectOneLine,
  makeFolder,
  mountDisk,
  query,
  queueRun,
  readEvents,
  readSteps,
  reasonOf,
  run,
  start,
  statusOf,
  tiny,
  waitFor,
  waitForStep,
  withStore,
} from './lab.ts';

const steps = 60;
/** Less than one checkpoint of the networks, and more than a few steps' metrics. */
const roomForMetrics = 2_000_000;

/** A disk of 24 MB that can be filled up; `folder` is outside it. Skips the test where this user may not mount. */
function makeDisk(skip: (note: string) => never) {
  const folder = makeFolder();
  const disk = mountDisk(folder, 24, skip);
  const filler = join(disk, 'filler');
  return {
    folder,
    store: join(disk, 'lab.db'),
    fill: (leave = 0) => {
      const { bavail, bsize } = statfsSync(disk);
      fillUp(filler, bavail * bsize - leave);
    },
    free: () => rmSync(filler),
    files: () => readdirSync(disk, { recursive: true, encoding: 'utf8' }),
  };
}

/** In pages, since others write at the same time and may leave less than there was. */
function fillUp(file: string, bytes: number): void {
  const page = Buffer.alloc(4096);
  const descriptor = openSync(file, 'w');
  try {
    for (let done = 0; done < bytes; done += page.length) writeSync(descriptor, page);
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  } finally {
    closeSync(descriptor);
  }
}

function expectFull({ code, stderr }: Ended, store: string): void {
  expectOneLine(stderr, store, /\bfull\b/, /free some space/);
  expect(code).toBe(1);
}

test('a disk that fills up in mid-run ends it in one line; with space again nothing is lost and it goes on', async ({
  skip,
}) => {
  const { folder, store, fill, free, files } = makeDisk(skip);
  const trainer = start(folder, 'train', [...tiny, '--steps', String(steps), '--store', store, '--json']);
  await waitForStep(trainer, 5);
  fill();
  const ended = await trainer.ended;
  expectFull(ended, store);
  const lastStep = readSteps(ended.stdout).at(-1) ?? 0;
  expect(lastStep).toBeLessThan(steps);
  const done = readEvents(ended.stdout).at(-1);
  expect(done).toMatchObject({ type: 'done', runId: 1, status: 'failed' });
  // A step whose metrics still had room and whose grid had not was committed, but not acknowledged.
  expect([lastStep, lastStep + 1]).toContain(done?.step);
  expect(files().filter((file) => file.endsWith('.part'))).toEqual([]);

  free();
  await expectWhole(folder, store, lastStep);
});

test('a disk without room for a checkpoint ends the run in one line and leaves no part of it', async ({ skip }) => {
  const { folder, store, fill, free, files } = makeDisk(skip);
  withStore(store, () => {});
  fill(roomForMetrics);
  const args = [...tiny, '--steps', String(steps), '--set', 'checkpointEvery=4', '--store', store, '--json'];
  const ended = await run(folder, 'train', args);
  expectFull(ended, store);
  expect(readSteps(ended.stdout).at(-1)).toBe(3); // the fourth was committed, but not acknowledged
  expect(files().filter((file) => /\.part$|safetensors/.test(file))).toEqual([]);
  expect(statusOf(store)).toBe('failed');
  expect(reasonOf(store)).toMatch(/full/);

  free();
  await expectWhole(folder, store, 3);
});

test('a full disk refuses a new store and a new run in one line each, and both work when it has space', async ({
  skip,
}) => {
  const { folder, store, fill, free } = makeDisk(skip);
  const train = () => run(folder, 'train', [...tiny, '--steps', '2', '--store', store]);
  fill();
  expectFull(await train(), store);
  free();
  expect((await train()).code).toBe(0);
  const before = query(store, 'SELECT * FROM v_run');
  fill();
  expectFull(await train(), store);
  expect(query(store, 'SELECT * FROM v_run')).toEqual(before);
  free();
  expect((await train()).code).toBe(0);
  expect(query(store, 'SELECT status FROM v_run')).toEqual([{ status: 'completed' }, { status: 'completed' }]);
});

test('the scheduler survives a full disk and says what became of the run when there is space again', async ({
  skip,
}) => {
  const { folder, store, fill, free } = makeDisk(skip);
  queueRun(store, { steps });
  const scheduler = start(folder, 'schedule', ['--store', store, '--slots', '1']);
  const lastStep = () => Number(query(store, 'SELECT last_step FROM v_run')[0]?.last_step);
  await waitFor('the fifth step', () => lastStep() >= 5);
  fill();
  await waitFor('a word about the full disk', () => /full/.test(scheduler.stderr() + scheduler.stdout()));
  free();
  await waitFor('the failure', () => statusOf(store) === 'failed', 30_000);
  expect(reasonOf(store)).toMatch(/full/);
  withStore(store, (opened) => opened.run.requeue(1));
  await waitFor('the end', () => statusOf(store) === 'completed');
  expect(query(store, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  scheduler.kill('SIGTERM');
  await scheduler.ended;
});

test('an export that does not fit on its disk leaves no part of itself, and the file that was there', async ({
  skip,
}) => {
  const { folder, store: onDisk, fill, files } = makeDisk(skip);
  const [store, out] = [join(folder, 'elsewhere.db'), join(dirname(onDisk), 'm.csv')];
  const runId = queueRun(store, {});
  withStore(store, ({ metric }) => {
    const steps = Array.from({ length: 20_000 }, (_, step) => ({ step, values: { criticLoss: 1 / step } }));
    metric.appendMany(runId, steps);
  });
  writeFileSync(out, 'what was there');
  fill(100_000);
  expectFull(await run(folder, 'export', ['metrics', '--store', store, '--out', out, '--format', 'csv']), out);
  expect(readFileSync(out, 'utf8')).toBe('what was there');
  expect(files().sort()).toEqual(['filler', 'm.csv']);
});

async function expectWhole(folder: string, store: string, acknowledged: number): Promise<void> {
  expect(query(store, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  const committed = query(store, 'SELECT step, count(*) AS n FROM v_metric GROUP BY step');
  expect(committed.length).toBeGreaterThanOrEqual(acknowledged);
  expect(committed).toEqual(committed.map((_, i) => ({ step: i + 1, n: 8 })));
  count({ kind: 'disk full under a run', injected: 1, acknowledged, lost: 0 });
  const resumed = await run(folder, 'train', ['--resume', '1', '--store', store]);
  expect({ code: resumed.code, stderr: resumed.stderr }).toEqual({ code: 0, stderr: '' });
  expect(query(store, 'SELECT status, last_step FROM v_run')).toEqual([{ status: 'completed', last_step: steps }]);
  expect(query(store, 'SELECT count(*) AS n FROM v_metric')).toEqual([{ n: 8 * steps }]);
  for (const { step } of query(store, 'SELECT step FROM v_checkpoint')) {
    expect(existsSync(`${store}-checkpoints/run-1/step-${step}.safetensors`)).toBe(true);
  }
}
