import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { queuePoints, reasonOf, statusOf, waitFor, withStore } from '../process/lab.ts';
import { count } from './count.ts';
import { makeFaultLab, secondsUntil } from './lab.ts';
import { lostSteps, readStored } from './steps.ts';

/** Refuses writing to processes that have the files open, too, as no permission does; false where one may not. */
const setReadOnly = (store: string, isReadOnly: boolean): boolean =>
  spawnSync('chattr', [isReadOnly ? '+i' : '-i', store, `${store}-wal`]).status === 0;

test('a store that becomes read-only under a running lab: what writes says so, what reads goes on, and so do all when it is writable again', async ({
  skip,
}) => {
  const lab = await makeFaultLab();
  const { store } = lab;
  const started = lab.launch();
  await secondsUntil('the dashboard', async () => (await lab.health()).ok, 60_000);
  const runId = queuePoints(store, { steps: 100_000, checkpointEvery: 20 });
  await waitFor('steps', () => readStored(store).size > 30);
  if (!setReadOnly(store, true)) {
    started.kill('SIGTERM');
    await started.ended;
    skip('this user or file system cannot make a file immutable');
  }
  try {
    const saidAfterS = await secondsUntil('words of the scheduler', () =>
      /could not do its round.*lab\.db could not be (read or )?written/.test(started.stdout()),
    );
    await secondsUntil('the end of the trainer', () => lab.trainers().length === 0);
    expect((await lab.ask<{ runs: unknown[] }>('run.list')).runs).toHaveLength(1);
    const before = readStored(store);
    setReadOnly(store, false);
    const trueAfterS = await secondsUntil('the reason', () => statusOf(store, runId) === 'failed');
    expect(reasonOf(store, runId)).toMatch(/lab\.db could not be (read or )?written/);
    withStore(store, ({ run }) => run.requeue(runId));
    const [reached] = [readStored(store).size];
    await waitFor('further steps', () => readStored(store).size > reached);
    const lost = lostSteps(before, readStored(store));
    const kind = 'store made read-only';
    count({
      kind,
      injected: 1,
      acknowledged: before.size,
      lost: lost.length,
      trueAfterS: Math.max(saidAfterS, trueAfterS),
    });
    expect(lost).toEqual([]);
  } finally {
    setReadOnly(store, false);
  }
  started.kill('SIGTERM');
  expect((await started.ended).code).toBe(130);
});
