import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  holdStill,
  listProcesses,
  query,
  queueRun,
  readCurve,
  reasonOf,
  run,
  start,
  statusOf,
  tiny,
  trainerPid,
  waitFor,
  waitForStep,
  withStore,
} from './lab.ts';
import { makeLab } from './scheduler-lab.ts';

/** From the kill to the word `failed`, by the issue. */
const noticedWithinMs = 30_000;
const steps = 240;

test('a killed trainer is failed within 30 s with the reason, loses no step, and goes on when queued again', async () => {
  const { folder, store, schedule, lastStep, logOf } = makeLab();
  queueRun(store, { steps, checkpointEvery: 4 });
  const scheduler = schedule();
  await waitFor('the sixth step', () => lastStep() >= 6);
  process.kill(await waitFor('the trainer', () => trainerPid(store, 1)), 'SIGKILL');
  await waitFor('the failure', () => statusOf(store) === 'failed', noticedWithinMs);
  expect(reasonOf(store)).toMatch(/SIGKILL.*resume/);
  expect(logOf().at(-1)).toMatch(/SIGKILL/);
  const kept = query(store, 'SELECT name, step, value FROM v_metric ORDER BY step, name');
  expect(kept).toHaveLength(8 * lastStep());
  expect(lastStep()).toBeLessThan(steps);

  withStore(store, (opened) => opened.run.requeue(1));
  await waitFor('the end', () => statusOf(store) === 'completed');
  expect(reasonOf(store)).toBe('null');
  expect(scheduler.stderr()).toBe('');
  const undisturbed = join(folder, 'undisturbed.db');
  const args = [...tiny, '--set', 'checkpointEvery=4', '--steps', String(steps), '--store', undisturbed];
  expect((await run(folder, 'train', args)).code).toBe(0);
  expect(readCurve(store)).toEqual(readCurve(undisturbed));
});

test('trainers outlive a killed scheduler, and the next one takes them over', async () => {
  const { folder, store, schedule, lastStep, logOf } = makeLab();
  queueRun(store, { steps });
  queueRun(store, { steps: 3, seed: 2 });
  const first = schedule();
  await waitFor('the second step', () => lastStep() >= 2);
  const pid = await waitFor('the trainer', () => trainerPid(store, 1));
  first.kill('SIGKILL');
  await first.ended;
  const reached = lastStep();
  await waitFor('further steps', () => lastStep() > reached);

  await holdStill(store, pid); // so that it cannot be through before the first scheduler's lease runs out
  const second = schedule();
  const holder = () => withStore(store, (opened) => opened.run.listClaimed()[0]?.claimedBy);
  await waitFor('the takeover', () => holder()?.includes(`scheduler ${second.pid} `));
  expect({ status: statusOf(store), pid: trainerPid(store, 1) }).toEqual({ status: 'running', pid });
  expect(statusOf(store, 2)).toBe('queued'); // its slot is taken
  process.kill(pid, 'SIGCONT');
  await waitFor('the end of both', () => statusOf(store) === 'completed' && statusOf(store, 2) === 'completed');
  expect(logOf().filter((line) => /^(starts|goes on|completed)/.test(line))).toHaveLength(2);
  expect(query(store, "SELECT count(*) AS n FROM v_metric WHERE run_id = 1 AND name = 'realScore'")).toEqual([
    { n: steps },
  ]);
  await waitFor('the end of the trainers', () => listProcesses(folder).length === 1);
});

test('a run taken over can be stopped, and is failed when its trainer is killed', async () => {
  const { store, schedule, lastStep } = makeLab();
  queueRun(store, { steps: 100_000 });
  const first = schedule();
  await waitFor('the second step', () => lastStep() >= 2);
  first.kill('SIGKILL');
  await first.ended;
  withStore(store, (opened) => opened.run.requestStop(1));
  schedule();
  await waitFor('the stop', () => statusOf(store) === 'stopped');
  expect(readCurve(store).state).toMatchObject([{ step: lastStep() }]);
});

test('a foreground run that is killed is failed by a scheduler at work on its store', async () => {
  const { folder, store, schedule } = makeLab();
  const scheduler = schedule();
  const trainer = start(folder, 'train', [...tiny, '--store', store, '--json']);
  await waitForStep(trainer, 2);
  trainer.kill('SIGKILL');
  await trainer.ended;
  await waitFor('the failure', () => statusOf(store) === 'failed', noticedWithinMs);
  expect(reasonOf(store)).toMatch(new RegExp(`${trainer.pid}.*resume`));
  expect(scheduler.stderr()).toBe('');
});

test('a trainer that fails by itself passes its reason on, and the next run starts', async () => {
  const { store, schedule } = makeLab();
  const missing = join(store, '..', 'nowhere');
  withStore(store, (opened) => {
    const { config } = opened.run.get(queueRun(store, { steps: 2 }));
    opened.run.remove(1);
    opened.run.queue({ preset: 'wgan-gp-mnist', engine: 'auto', config }, missing);
  });
  queueRun(store, { steps: 2 });
  schedule();
  await waitFor('the third run', () => statusOf(store, 3) === 'completed');
  expect({ status: statusOf(store, 2), reason: reasonOf(store, 2) }).toEqual({
    status: 'failed',
    reason: expect.stringMatching(/nowhere does not exist/),
  });
  expect(query(store, 'SELECT run_id FROM v_run ORDER BY 1')).toEqual([{ run_id: 2 }, { run_id: 3 }]);
});
