import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { configOf, nodeNames } from './cluster-config.ts';
import { type Daemon, findPorts, findProgram, startDaemon, waitUntil } from './daemon.ts';
import { endProcesses, folderPrefix, sweepUpOldClusters, writeOwner } from './sweep-up.ts';

export interface Cluster {
  /** For whoever submits. */
  env: Record<string, string>;
  folder: string;
  /** Ids of the jobs that wait or run, one for each task of an array. */
  squeue: () => Promise<string[]>;
  /** By SIGKILL. It writes down what it was told within about five seconds: before that it forgets jobs and their ends. */
  killController: () => Promise<void>;
  startController: () => Promise<void>;
  /** Ends every job and daemon, and removes the folder. */
  stop: () => Promise<void>;
}

const programs = ['slurmctld', 'slurmd', 'squeue', 'sbatch', 'scancel', 'scontrol', 'sinfo', 'munged'];

/** Throws instead of answering no where `npm run test:slurm` wants one. */
export function canHaveCluster(): boolean {
  const missing = programs.filter((name) => findProgram(name) === undefined);
  if (process.platform !== 'linux' || process.getuid?.() !== 0) missing.unshift('root on Linux');
  if (missing.length === 0 || !process.env.DUALITY_SLURM) return missing.length === 0;
  throw new Error(
    `no Slurm can be set up here, for want of ${missing.join(', ')}; on Debian: apt-get install slurmctld slurmd slurm-client munge`,
  );
}

/** A real Slurm cluster on this machine's loopback, of so many nodes with so many CPUs each, real or not. */
export async function startCluster({ cpus = 8, nodes = 2 } = {}): Promise<Cluster> {
  sweepUpOldClusters();
  const folder = makeFolder();
  const env = { SLURM_CONF: join(folder, 'slurm.conf') };
  const [controllerPort = 0, ...nodePorts] = await findPorts(1 + nodes);
  writeFileSync(env.SLURM_CONF, configOf({ folder, cpus, controllerPort, nodePorts }));

  const start = (name: string, args: string[], log = name) => startDaemon(name, args, env, join(folder, `${log}.log`));
  const munged = start('munged', mungeArguments(folder), 'munged-output');
  let controller: Daemon | undefined;
  let slurmds: Daemon[] = [];
  const ask = (program: string, args: string[]) => askCluster(env, program, args);

  const cluster: Cluster = {
    env,
    folder,
    squeue: async () => (await ask('squeue', ['--noheader', '--array', '--format=%i'])).split('\n').filter(Boolean),
    killController: async () => controller?.end('SIGKILL'),
    startController: async () => {
      controller = start('slurmctld', ['-D', '-f', env.SLURM_CONF]);
      await waitUntil('the controller answers', async () => /is UP/.test(await ask('scontrol', ['ping'])));
    },
    stop: async () => {
      if (controller?.isOver() === false) await endJobs(ask, cluster.squeue);
      await Promise.all([...slurmds, controller].map((daemon) => daemon?.end('SIGTERM')));
      await munged.end('SIGTERM');
      await waitUntil('nothing of the cluster runs', () => endProcesses(folder) === 0);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  try {
    await waitUntil('munged listens', () => existsSync(join(folder, 'munge.socket')));
    await cluster.startController();
    slurmds = nodeNames(nodes).map((name) => start('slurmd', ['-D', '-f', env.SLURM_CONF, '-N', name], name));
    await waitUntil('all nodes are idle', async () => {
      const states = await ask('sinfo', ['--noheader', '--Node', '--partition=main', '--format=%t']);
      return (
        states
          .trim()
          .split('\n')
          .filter((state) => state === 'idle').length === nodes
      );
    });
  } catch (error) {
    const words = ['slurmctld.log', 'node1.log'].map((name) => lastWords(join(folder, name)));
    await cluster.stop();
    throw new Error(`no Slurm cluster: ${words.join('\n')}`, { cause: error });
  }
  return cluster;
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), folderPrefix));
  writeOwner(folder);
  chmodSync(folder, 0o755); // munged insists that everybody may reach its socket
  for (const name of ['state', 'spool']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'munge.key'), randomBytes(128), { mode: 0o600 });
  return folder;
}

const mungeArguments = (folder: string): string[] => [
  '--foreground',
  `--socket=${folder}/munge.socket`,
  ...['key', 'log', 'seed', 'pid'].map((kind) => `--${kind}-file=${folder}/munge.${kind}`),
];

/** What the program printed, also where it failed. */
async function askCluster(env: Record<string, string>, program: string, args: string[]): Promise<string> {
  const options = { env: { ...process.env, ...env }, timeout: 20_000 };
  return promisify(execFile)(program, args, options).then(
    ({ stdout }) => stdout,
    ({ stdout }) => String(stdout ?? ''),
  );
}

async function endJobs(
  ask: (program: string, args: string[]) => Promise<string>,
  squeue: Cluster['squeue'],
): Promise<void> {
  await ask('scancel', ['--user=root']);
  // A job that ignores SIGTERM goes after KillWait; what hangs still longer is ended with the daemons.
  await waitUntil('the queue is empty', async () => (await squeue()).length === 0, 15_000).catch(() => {});
}

const lastWords = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8').slice(-1500) : '');
