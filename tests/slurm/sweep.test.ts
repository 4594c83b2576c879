import { setTimeout as sleep } from 'node:timers/promises';
import type { Sweep, SweepInput, SweepSummary, Trial } from '@duality/shared';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type ServedStore, serveStore } from '../fixtures/serve-store.ts';
import { ask, query } from '../http/ask.ts';
import { waitFor } from '../process/lab.ts';
import { type Cluster, canHaveCluster, startCluster } from './cluster.ts';
import { isLong, makeSlurmLab, place } from './slurm-lab.ts';

let cluster: Cluster;

const asked: SweepInput = {
  name: 'rates on the cluster',
  preset: 'wgan-gp-ring',
  set: { steps: 250, batchSize: 8, hiddenSize: 8, checkpointEvery: 20, sampleEvery: 50, evaluateEvery: 50 },
  space: { learningRate: { type: 'choice', values: Array.from({ length: 12 }, (_, i) => (i + 1) / 10_000) } },
  seeds: [1, 2],
  objective: { metric: 'eval.w1', direction: 'minimise' },
  concurrency: 6,
  engine: 'cpu',
  place,
};

/** A hub as `npm start` runs it, asked as the dashboard's pages ask it. */
async function makeHub() {
  const lab = makeSlurmLab(cluster);
  lab.schedule();
  await waitFor('the store', lab.isThere);
  const server: ServedStore = await serveStore(lab.file);
  onTestFinished(() => server.stop());
  const send = async <T>(procedure: string, input: object): Promise<T> => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(input);
    const { status, text } = await ask(server.port, `/api/trpc/${procedure}`, { method: 'POST', headers, body });
    if (status !== 200) throw new Error(`${procedure} answered ${status}: ${text}`);
    return JSON.parse(text).result.data;
  };
  const look = (sweepId: number) =>
    query<{ summary: SweepSummary; trials: Trial[] }>(server.port, 'sweep.get', { sweepId });
  const until = async (what: string, sweepId: number, is: (sweep: SweepSummary) => boolean) => {
    for (const from = performance.now(); performance.now() - from < 180_000; await sleep(200)) {
      const { summary } = await look(sweepId);
      if (is(summary)) return summary;
    }
    throw new Error(`waited in vain for ${what}: ${JSON.stringify((await look(sweepId)).summary.counts)}`);
  };
  return { ...lab, server, send, look, until };
}

const finished = ({ counts }: SweepSummary): number => counts.completed ?? 0;

describe.skipIf(!canHaveCluster())('a sweep on a real Slurm', () => {
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster?.stop());

  test.runIf(isLong)(
    'of 24 trials: one array, paused and resumed, one trial preempted, all to their end',
    async () => {
      const hub = await makeHub();
      const { id: sweepId } = await hub.send<Sweep>('sweep.create', asked);
      await hub.until('some trials', sweepId, (sweep) => finished(sweep) >= 3);
      expect(hub.slurm('squeue', '--noheader', '--format=%F').trim().split('\n')[0]).toMatch(/^\d+$/);
      const { trials } = await hub.look(sweepId);
      expect(trials).toHaveLength(24);
      const jobs = trials.map(({ runId }) => hub.get(runId ?? 0).job?.id.split('_')[0]);
      expect(new Set(jobs.filter(Boolean)).size).toBe(1);
      expect(trials.filter(({ state }) => state === 'running').length).toBeLessThanOrEqual(6);

      // At any moment: some trials train, some are just starting, some wait.
      for (const delayMs of [0, 700, 1900]) {
        await sleep(delayMs);
        await hub.send('sweep.pause', { sweepId });
        const rested = await hub.until('rest', sweepId, ({ counts }) => !counts.running && !counts.queued);
        expect(rested.counts.paused).toBeGreaterThan(0);
        expect(rested.counts).not.toHaveProperty('stopped');
        await waitForEmptyQueue();
        await hub.send('sweep.resume', { sweepId });
        await hub.until('trials again', sweepId, ({ counts }) => (counts.running ?? 0) > 1);
      }
      await hub.send('sweep.pause', { sweepId });
      await hub.send('sweep.resume', { sweepId }); // before any of them has ended

      const preempted = await waitForRunning(hub, sweepId);
      hub.slurm('scontrol', 'requeue', preempted.job?.id ?? '');
      const done = await hub.until('the end', sweepId, ({ status }) => status === 'completed');
      expect(done.counts).toEqual({ completed: 24 });
      expect(done.best).toMatchObject({ objective: expect.any(Number) });
      expect(hub.get(preempted.id).job?.requeues).toBe(1);
      expect(hub.curve(preempted.id)).toEqual(await hub.curveHere(preempted.id));
      await waitForEmptyQueue();
    },
    420_000,
  );

  test('that is cancelled leaves nothing in the queue', async () => {
    const hub = await makeHub();
    const { id: sweepId } = await hub.send<Sweep>('sweep.create', asked);
    await hub.until('running trials', sweepId, ({ counts }) => (counts.running ?? 0) > 2);
    await hub.send('sweep.cancel', { sweepId });
    const over = await hub.until('its end', sweepId, ({ counts }) => !counts.running && !counts.queued);
    expect(over.status).toBe('cancelled');
    await waitForEmptyQueue();
    await sleep(3000);
    expect(await cluster.squeue()).toEqual([]);
  });

  test('whose place the cluster does not have fails in Slurm’s words, and does not hold up others', async () => {
    const hub = await makeHub();
    const wrong = hub.queue({}, { partition: 'nosuch' });
    const right = hub.queue({ steps: 60 });
    expect(await hub.waitForEnd(wrong)).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/^Slurm did not take it: .*[Ii]nvalid partition/),
    });
    expect(await hub.waitForEnd(right)).toMatchObject({ status: 'completed' });
  });
});

async function waitForEmptyQueue(): Promise<void> {
  for (const from = performance.now(); performance.now() - from < 60_000; await sleep(200)) {
    if ((await cluster.squeue()).length === 0) return;
  }
  throw new Error(`the queue is not empty: ${await cluster.squeue()}`);
}

/** A run of the sweep in the middle of its steps. */
async function waitForRunning(hub: Awaited<ReturnType<typeof makeHub>>, sweepId: number) {
  for (const from = performance.now(); performance.now() - from < 60_000; await sleep(100)) {
    const { trials } = await hub.look(sweepId);
    const runs = trials.filter(({ state }) => state === 'running').map(({ runId }) => hub.get(runId ?? 0));
    const found = runs.find(
      ({ lastStep, job, stopRequested }) =>
        !stopRequested && lastStep > 20 && lastStep < 200 && job?.state === 'RUNNING',
    );
    if (found) return found;
  }
  throw new Error('no trial was in the middle of its steps');
}
