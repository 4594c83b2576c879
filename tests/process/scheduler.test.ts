import { expect, test } from 'vitest';
import {
  listProcesses,
  query,
  queueRun,
  readCurve,
  reasonOf,
  statusOf,
  trainerPid,
  waitFor,
  withStore,
} from './lab.ts';
import { makeLab } from './scheduler-lab.ts';

const many = { steps: 100_000, checkpointEvery: 100_000 };

test('queued runs are trained to their end, never more of them at once than there are slots', async () => {
  const { store, schedule } = makeLab();
  for (let seed = 1; seed <= 4; seed++) queueRun(store, { steps: 5, seed });
  schedule('--slots', '2');
  await waitFor(
    'four complete runs',
    () => query(store, "SELECT 1 FROM v_run WHERE status = 'completed'").length === 4,
  );

  const together = `SELECT max(n) AS most FROM (SELECT (SELECT count(*) FROM v_run AS b
    WHERE b.started_at <= a.started_at AND b.ended_at > a.started_at) AS n FROM v_run AS a)`;
  expect(query(store, together)).toEqual([{ most: 2 }]);
  expect(query(store, 'SELECT run_id, count(DISTINCT step) AS steps FROM v_metric GROUP BY run_id')).toEqual(
    [1, 2, 3, 4].map((run_id) => ({ run_id, steps: 5 })),
  );
  expect(readCurve(store, 1).metrics).not.toEqual(readCurve(store, 2).metrics);
});

test('a stop request ends a running run with a checkpoint, and a queued one at once; queued again it goes on', async () => {
  const { store, schedule, lastStep } = makeLab();
  const running = queueRun(store, { steps: 240, checkpointEvery: 1000 });
  const waiting = queueRun(store, { steps: 240 });
  schedule();
  await waitFor('the fifth step', () => lastStep(running) >= 5);
  withStore(store, ({ run }) => [waiting, running].forEach(run.requestStop));
  expect(statusOf(store, waiting)).toBe('stopped');
  await waitFor('the stop', () => statusOf(store, running) === 'stopped');
  const stoppedAt = lastStep(running);
  expect(stoppedAt).toBeLessThan(240);
  expect(readCurve(store, running).state).toMatchObject([{ step: stoppedAt }]);
  expect(reasonOf(store, running)).toMatch(/stopped/);

  withStore(store, ({ run }) => run.requeue(running));
  await waitFor('the end', () => statusOf(store, running) === 'completed');
  expect(query(store, "SELECT count(*) AS n, max(step) AS last FROM v_metric WHERE name = 'criticLoss'")).toEqual([
    { n: 240, last: 240 },
  ]);
  expect(statusOf(store, waiting)).toBe('stopped');
});

test('SIGTERM ends the scheduler after its trainers have saved, and no process is left', async () => {
  const { folder, store, schedule, lastStep } = makeLab();
  const old = queueRun(store, many);
  const scheduler = schedule('--slots', '2');
  await waitFor('the third step', () => lastStep(old) >= 3);
  const [young, waiting] = [queueRun(store, many), queueRun(store, many)];
  await waitFor('a second trainer', () => statusOf(store, young) === 'running');
  scheduler.kill('SIGTERM'); // while that one is still starting
  const { code, stderr } = await scheduler.ended;
  expect(stderr).toBe('');
  expect([0, 130]).toContain(code);
  expect(listProcesses(folder)).toEqual([]);
  expect([old, young, waiting].map((runId) => statusOf(store, runId))).toEqual(['stopped', 'stopped', 'queued']);
  for (const runId of [old, young]) expect(readCurve(store, runId).state).toMatchObject([{ step: lastStep(runId) }]);
});

test('two schedulers on one store train each run once, and when one ends the other goes on', async () => {
  const { store, schedule } = makeLab();
  for (let seed = 1; seed <= 3; seed++) queueRun(store, { steps: 4, seed });
  const pair = [schedule(), schedule()];
  const completed = () => query(store, "SELECT 1 FROM v_run WHERE status = 'completed'").length;
  await waitFor('three complete runs', () => completed() === 3);
  const [busy, ...others] = pair.filter(({ stdout }) => stdout() !== '');
  expect(others).toEqual([]); // one leads, the other waits
  busy?.kill('SIGTERM');
  await busy?.ended;
  queueRun(store, { steps: 4, seed: 4 });
  await waitFor('a fourth complete run', () => completed() === 4);

  for (let runId = 1; runId <= 4; runId++) {
    const begun = withStore(store, ({ log }) => log.list(runId)).filter(({ message }) => /^starts on/.test(message));
    expect(begun).toHaveLength(1);
    const starts = pair.flatMap(({ stdout }) => stdout().match(new RegExp(`^Run ${runId} starts`, 'gm')) ?? []);
    expect(starts).toHaveLength(1);
  }
  expect(pair.map(({ stderr }) => stderr())).toEqual(['', '']);
});

test('--demo queues the starter on an empty store, says so, and never does so again', async () => {
  const { store, schedule } = makeLab();
  for (let i = 0; i < 2; i++) {
    const scheduler = schedule('--demo');
    if (i === 0) await waitFor('a trainer', () => trainerPid(store, 1));
    else await waitFor('the lease', () => withStore(store, ({ lease }) => lease.find('scheduler')));
    scheduler.kill('SIGTERM');
    const { stdout } = await scheduler.ended;
    if (i === 0) expect(stdout).toMatch(/empty.*wgan-gp-mnist/);
    else expect(stdout).not.toMatch(/empty/);
    expect(query(store, 'SELECT run_id, preset, status FROM v_run')).toEqual([
      { run_id: 1, preset: 'wgan-gp-mnist', status: 'stopped' },
    ]);
  }
});

test('a scheduler without --demo leaves an empty store empty', async () => {
  const { store, schedule } = makeLab();
  const scheduler = schedule();
  await waitFor('the lease', () => withStore(store, ({ lease }) => lease.find('scheduler')));
  scheduler.kill('SIGTERM');
  expect(await scheduler.ended).toMatchObject({ stdout: '', stderr: '' });
  expect(query(store, 'SELECT * FROM v_run')).toEqual([]);
});
