import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Cluster, canHaveCluster, startCluster } from './cluster.ts';
import { waitUntil } from './daemon.ts';
import { endProcesses } from './sweep-up.ts';

const ask = ({ env, folder }: Cluster, program: string, ...args: string[]) =>
  execFileSync(program, args, { env: { ...process.env, ...env }, cwd: folder, encoding: 'utf8', timeout: 20_000 });

const stateOf = (cluster: Cluster, id: string) =>
  ask(cluster, 'squeue', '--noheader', '--states=all', `--jobs=${id}`, '--format=%T').trim();

test.skipIf(!canHaveCluster())(
  'a cluster of two nodes runs a job, puts it back, survives its controller and leaves nothing behind',
  async () => {
    const cluster = await startCluster();
    try {
      const log = join(cluster.folder, 'job.txt');
      const options = ['--parsable', '--requeue', '--open-mode=append', `--output=${log}`];
      const id = ask(cluster, 'sbatch', ...options, '--wrap=echo begun; exec /bin/sleep 300').trim();
      const begins = () => (existsSync(log) ? readFileSync(log, 'utf8').split('begun').length - 1 : 0);
      await waitUntil('the job runs', () => begins() === 1);
      expect(await cluster.squeue()).toEqual([id]);

      ask(cluster, 'scontrol', 'requeue', id);
      await waitUntil('the job runs again', () => begins() === 2);
      await waitUntil('it is said to run', () => stateOf(cluster, id) === 'RUNNING');

      // The controller writes down what it knows every five seconds; killed before, it would start the job anew.
      await setTimeout(6_000);
      await cluster.killController();
      await cluster.startController();
      expect(stateOf(cluster, id)).toBe('RUNNING');

      ask(cluster, 'scancel', id);
      await waitUntil('the job is gone', async () => (await cluster.squeue()).length === 0);
      expect(stateOf(cluster, id)).toBe('CANCELLED');
    } finally {
      await cluster.stop();
    }
    expect(existsSync(cluster.folder)).toBe(false);
    expect(endProcesses(cluster.folder)).toBe(0);
  },
);
