import { setTimeout } from 'node:timers/promises';
import { randomStream, uniforms } from '@duality/shared';
import { expect, test } from 'vitest';
import { count } from '../faults/count.ts';
import { listProcesses, query, type Running, waitFor } from './lab.ts';
import { expectEachOnce, makeSweepLab } from './sweep-lab.ts';

const kills = Number(process.env.DUALITY_SWEEP_KILLS ?? 2);
const trials = Number(process.env.DUALITY_SWEEP_TRIALS ?? 8);
const steps = 5;

/** A scheduler's lease runs for 10 s, and a trainer nobody knows of is given up after 30 s. */
const recoverMs = 60_000;

test(`${trials} trials with ${kills} kills of trainers, scheduler or both: each trial once, no process left`, {
  timeout: 120_000 + trials * 4000 + kills * recoverMs,
}, async () => {
  const lab = makeSweepLab();
  const created = await lab.create({
    space: { gradientPenaltyWeight: { type: 'integer', low: 1, high: trials } },
    set: { steps, batchSize: 8, evaluateEvery: 5, sampleEvery: 5, checkpointEvery: 1 },
    retries: 0,
  });
  expect(created).toMatchObject({ code: 0, stderr: '' });
  const counted = { trainers: 0, schedulers: 0 };
  const done = () => Number(query(lab.store, "SELECT count(*) AS n FROM v_trial WHERE state = 'completed'")[0]?.n);
  const trainers = () => listProcesses('--claimed ').filter((pid) => listProcesses(lab.store).includes(pid));
  let scheduler = lab.schedule();
  for (let kill = 0; kill < kills; kill++) {
    const [which = 0, at = 0, wait = 0] = uniforms({ seed: 6, stream: randomStream.mixing, counter: kill }, 3);
    const share = (kill + at) / kills;
    await waitFor(`kill ${kill + 1}`, () => done() >= Math.floor(share * trials * 0.9), recoverMs + trials * 4000);
    await setTimeout(wait * 1500);
    if (which < 0.67) for (const pid of trainers()) counted.trainers += end(pid);
    if (which > 0.33) {
      counted.schedulers += 1;
      await endScheduler(scheduler);
      scheduler = lab.schedule();
    }
  }
  await waitFor('the end', () => lab.statusOf() === 'completed', recoverMs + trials * 4000);
  expectEachOnce(lab, trials, steps);
  scheduler.kill('SIGTERM');
  await scheduler.ended;
  expect(listProcesses(lab.store)).toEqual([]);
  count({ kind: 'SIGKILL: in a sweep', injected: counted.trainers + counted.schedulers });
  console.log(
    `${trials} trials, ${counted.trainers} trainers and ${counted.schedulers} schedulers killed: each trial once`,
  );
});

function end(pid: number): number {
  try {
    process.kill(pid, 'SIGKILL');
    return 1;
  } catch {
    return 0; // it has just ended
  }
}

async function endScheduler(scheduler: Running): Promise<void> {
  scheduler.kill('SIGKILL');
  await scheduler.ended;
}
