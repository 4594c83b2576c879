import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { query, waitFor, withStore } from '../process/lab.ts';
import { type Cluster, canHaveCluster, startCluster } from './cluster.ts';
import { isLong, makeSlurmLab, workerPid } from './slurm-lab.ts';

let cluster: Cluster;

describe.skipIf(!canHaveCluster())('a run on a real Slurm', () => {
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster?.stop());

  test('trains there, is seen here as it goes, and ends with the curve that it has on this machine, to the bit', async () => {
    const lab = makeSlurmLab(cluster);
    lab.schedule();
    const id = lab.queue();
    const { job } = await lab.waitForStep(id, 40);
    expect(job).toMatchObject({ id: expect.stringMatching(/^\d+_0$/) });
    const seen = await lab.waitForRun('its node', id, ({ job }) => job?.node);
    expect(seen.job).toMatchObject({ state: 'RUNNING', node: expect.stringMatching(/^node\d$/), requeues: 0 });
    expect(await lab.waitForEnd(id)).toMatchObject({ status: 'completed', lastStep: 300, place: { kind: 'slurm' } });
    await lab.waitForRun('the end of its job', id, ({ job }) => job?.isOver);
    expect(lab.curve(id)).toEqual(await lab.curveHere(id));
  });

  test('put back into the queue by the cluster, it goes on from its checkpoint: the same curve', async () => {
    const lab = makeSlurmLab(cluster);
    lab.schedule();
    const id = lab.queue({ steps: 500 });
    const { job } = await lab.waitForStep(id, 60);
    lab.slurm('scontrol', 'requeue', job?.id ?? '');
    const again = await lab.waitForRun('a second start', id, (run) => (run.job?.requeues ?? 0) > 0);
    expect(again.job?.id).toBe(job?.id);
    expect(await lab.waitForEnd(id)).toMatchObject({ status: 'completed', lastStep: 500 });
    expect(lab.curve(id)).toEqual(await lab.curveHere(id));
  });

  test.runIf(isLong)(
    'told that its time is nearly over, it saves, puts itself back into the queue and goes on',
    async () => {
      const lab = makeSlurmLab(cluster);
      lab.schedule();
      // A job of three minutes is told after one; the run takes longer than that.
      const id = lab.queue(
        { steps: 90_000, evaluateEvery: 0, sampleEvery: 10_000, checkpointEvery: 500 },
        { minutes: 3 },
      );
      await waitFor('the notice', () => lab.logOf(id).some((line) => /asked the worker to go/.test(line)), 170_000);
      const back = await lab.waitForRun('a second start', id, ({ job }) => (job?.requeues ?? 0) > 0);
      expect(back.lastStep).toBeGreaterThan(100);
      await lab.waitForRun('a further step', id, ({ lastStep }) => lastStep > back.lastStep);
      withStore(lab.file, (store) => store.run.requestStop(id));
      expect(await lab.waitForEnd(id)).toMatchObject({ status: 'stopped', reason: 'stopped on request' });
    },
    300_000,
  );

  test.runIf(isLong)('whose worker is killed is submitted again by itself: the same curve', async () => {
    const lab = makeSlurmLab(cluster);
    lab.schedule();
    const id = lab.queue({ steps: 500 });
    const { job } = await lab.waitForStep(id, 60);
    process.kill(workerPid(job?.id ?? '', lab.slurm), 'SIGKILL');
    expect(await lab.waitForEnd(id)).toMatchObject({ status: 'completed', lastStep: 500 });
    expect(lab.logOf(id).join('\n')).toMatch(/Slurm says FAILED .*signal 9.*submitted again/);
    expect(lab.curve(id)).toEqual(await lab.curveHere(id));
  });

  test.runIf(isLong)('goes on without its hub, which catches up when it is back: the same curve', async () => {
    const lab = makeSlurmLab(cluster);
    const hub = lab.schedule();
    const id = lab.queue({ steps: 500 });
    const { lastStep } = await lab.waitForStep(id, 40);
    hub.kill('SIGKILL');
    await hub.ended;
    await sleep(4000);
    expect(lab.get(id).lastStep).toBeLessThan(lastStep + 60);
    lab.schedule();
    expect(await lab.waitForEnd(id)).toMatchObject({ status: 'completed', lastStep: 500 });
    expect(lab.curve(id)).toEqual(await lab.curveHere(id));
  });

  test.runIf(isLong)('whose hub is killed while it submits is neither lost nor trained twice', async () => {
    const lab = makeSlurmLab(cluster);
    const ids = [0, 0, 0, 0].map((_, seed) => lab.queue({ steps: 60, seed }));
    for (const delayMs of [0, 20, 60, 150]) {
      const hub = lab.schedule();
      await waitFor('a submission', () => ids.some((id) => lab.get(id).job !== null));
      await sleep(delayMs);
      hub.kill('SIGKILL');
      await hub.ended;
    }
    lab.schedule();
    for (const id of ids) expect(await lab.waitForEnd(id)).toMatchObject({ status: 'completed', lastStep: 60 });
    const workers = ids.map(
      (id) => query(lab.file, 'SELECT fragment FROM fragment_cursor WHERE run_id = ?', id).length,
    );
    expect(workers).toEqual([1, 1, 1, 1]);
  });

  test.runIf(isLong)(
    'cancelled by hand in Slurm, it is lost with Slurm’s words, and goes on when it is resumed',
    async () => {
      const lab = makeSlurmLab(cluster);
      lab.schedule();
      const id = lab.queue({ steps: 500 });
      const { job } = await lab.waitForStep(id, 60);
      lab.slurm('scancel', job?.id ?? '');
      const lost = await lab.waitForEnd(id);
      expect(lost).toMatchObject({ status: 'failed', reason: expect.stringMatching(/^lost: Slurm says CANCELLED/) });
      await sleep(3000);
      expect(lab.get(id).status).toBe('failed');
      withStore(lab.file, (store) => store.run.requeue(id));
      expect(await lab.waitForRun('its end', id, ({ status }) => status === 'completed')).toMatchObject({
        lastStep: 500,
      });
      expect(lab.curve(id)).toEqual(await lab.curveHere(id));
    },
  );

  test.runIf(isLong)(
    'while the controller is killed and comes back, and the shared folder is away: the same curve',
    async () => {
      const lab = makeSlurmLab(cluster);
      const hub = lab.schedule();
      const id = lab.queue({ steps: 2500, batchSize: 32, hiddenSize: 16 });
      await lab.waitForStep(id, 40);
      await sleep(6000); // it writes down what it was told within five seconds
      await cluster.killController();
      await waitFor('words of the hub', () => /Slurm cannot be asked now/.test(hub.stdout()), 60_000);
      const { lastStep } = lab.get(id);
      await lab.waitForStep(id, lastStep + 20);
      await cluster.startController();
      await waitFor('words of the hub', () => /Slurm answers again/.test(hub.stdout()), 60_000);
      renameSync(lab.exchange, join(lab.folder, 'away'));
      await sleep(5000);
      renameSync(join(lab.folder, 'away'), lab.exchange);
      expect(await lab.waitForEnd(id)).toMatchObject({ status: 'completed', lastStep: 2500 });
      expect(lab.curve(id)).toEqual(await lab.curveHere(id));
    },
  );

  test.runIf(isLong)('a clone of it trains there too, from its parent’s checkpoint', async () => {
    const lab = makeSlurmLab(cluster);
    lab.schedule();
    const parent = lab.queue({ steps: 100 });
    await lab.waitForEnd(parent);
    const clone = withStore(lab.file, (store) => store.manage.clone({ runId: parent, config: { steps: 200 } }));
    expect(clone.place).toMatchObject({ kind: 'slurm' });
    expect(await lab.waitForEnd(clone.id)).toMatchObject({ status: 'completed', lastStep: 200 });
    const whole = lab.queue({ steps: 200 });
    await lab.waitForEnd(whole);
    const late = (curve: ReturnType<typeof lab.curve>) => curve.metrics.filter(({ step }) => Number(step) > 100);
    expect(late(lab.curve(clone.id))).toEqual(late(lab.curve(whole)));
  });
});
