import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configure, getPreset, type Run, type RunConfig, SlurmPlace } from '@duality/shared';
import { query } from '../fixtures/query.ts';
import { makeFolder, type Running, readCurve, run, start, waitFor, withStore } from '../process/lab.ts';
import type { Cluster } from './cluster.ts';

/** All of `npm run test:slurm`; without it, the short form that is part of `npm test`. */
export const isLong = process.env.DUALITY_SLURM !== undefined;

/** Cheap steps with all that a run can write. */
const cheap = (changes: Partial<RunConfig> = {}): RunConfig =>
  configure(getPreset('wgan-gp-ring'), {
    ...{ steps: 300, batchSize: 8, hiddenSize: 8, checkpointEvery: 20, sampleEvery: 50, evaluateEvery: 100 },
    ...changes,
  });

export const place = SlurmPlace.parse({ kind: 'slurm', cpus: 1, memoryMb: 500, minutes: 30 });

/** A hub that submits to the cluster: a store, the folder that nodes share with it, and its scheduler. */
export function makeSlurmLab({ env }: Cluster) {
  const folder = makeFolder();
  const [file, exchange] = [join(folder, 'hub.db'), join(folder, 'exchange')];
  const schedule = (): Running =>
    start(folder, 'schedule', ['--store', 'hub.db', '--exchange', 'exchange', '--slots', '1'], env);
  const get = (runId: number): Run => withStore(file, (store) => store.run.get(runId));
  const waitForRun = (what: string, runId: number, probe: (run: Run) => unknown) =>
    waitFor(`${what} of run ${runId}`, () => {
      const found = get(runId);
      return probe(found) ? found : undefined;
    });
  return {
    folder,
    file,
    exchange,
    schedule,
    /** Its scheduler has made the store. */
    isThere: () => existsSync(file),
    get,
    waitForRun,
    /** A run that waits for the cluster; its id. */
    queue: (changes: Partial<RunConfig> = {}, asked: Partial<SlurmPlace> = {}): number => {
      const request = { preset: 'wgan-gp-ring', engine: 'cpu' as const, config: cheap(changes) };
      return withStore(file, (store) => store.run.queue({ ...request, place: { ...place, ...asked } }).id);
    },
    waitForStep: (runId: number, step: number) => waitForRun(`step ${step}`, runId, ({ lastStep }) => lastStep >= step),
    waitForEnd: (runId: number) =>
      waitForRun('the end', runId, ({ status }) => ['completed', 'failed', 'stopped'].includes(status)),
    /** A command of Slurm's, as a person would give it. */
    slurm: (program: string, ...args: string[]): string =>
      execFileSync(program, args, { env: { ...process.env, ...env }, encoding: 'utf8' }),
    /** What the run would have been on this machine alone. */
    curveHere: async (runId: number) => {
      const { config } = get(runId);
      const own = withStore(join(folder, `here-${runId}.db`), (store) =>
        store.run.queue({ preset: 'wgan-gp-ring', engine: 'cpu', config }),
      );
      await run(folder, 'train', ['--resume', String(own.id), '--store', `here-${runId}.db`, '--json']);
      return readCurve(join(folder, `here-${runId}.db`), own.id);
    },
    curve: (runId: number) => readCurve(file, runId),
    logOf: (runId: number) =>
      query(file, 'SELECT message FROM log WHERE run_id = ? ORDER BY seq', runId).map(({ message }) => String(message)),
  };
}

/** Of the process that trains a job's run on one of the nodes, which all are this machine. */
export function workerPid(jobId: string, slurm: (program: string, ...args: string[]) => string): number {
  const internal = /JobId=(\d+)/.exec(slurm('scontrol', '--oneliner', 'show', 'job', jobId))?.[1] ?? '';
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const candidates = lines.filter((line) => line.includes('worker.js --manifest'));
  for (const line of candidates) {
    const pid = Number.parseInt(line, 10);
    if (environmentOf(pid).includes(`SLURM_JOB_ID=${internal}\0`)) return pid;
  }
  throw new Error(`no process trains job ${jobId}`);
}

function environmentOf(pid: number): string {
  try {
    return execFileSync('cat', [`/proc/${pid}/environ`], { encoding: 'utf8' });
  } catch {
    return ''; // it ended just now
  }
}
