import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const folderPrefix = 'duality-slurm-';

/** Says in a cluster's folder which process answers for it: pid and start time, since pids come again. */
export const writeOwner = (folder: string): void =>
  writeFileSync(join(folder, 'owner'), `${process.pid} ${startOf(process.pid)}`);

/** Ends what is left of clusters whose test process was killed, and removes their folders. */
export function sweepUpOldClusters(): void {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(folderPrefix))) {
    const folder = join(tmpdir(), name);
    if (isOwned(folder)) continue;
    // Again, since one may have started another meanwhile.
    for (let pass = 0; pass < 50 && endProcesses(folder) > 0; pass++);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** SIGKILL to the daemons of this folder and to the jobs they had started; how many there were. */
export function endProcesses(folder: string): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const ours = pids.filter((pid) => isOf(folder, pid));
  for (const pid of ours) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {} // it ended just now
  }
  return ours.length;
}

/** Daemons name the folder in their command line. Jobs and their keepers have it in their environment only, as has whoever submits. */
function isOf(folder: string, pid: string): boolean {
  const command = readWords(pid, 'cmdline');
  if (command.some((word) => word.includes(folder))) return true;
  const environment = readWords(pid, 'environ');
  if (!environment.includes(`SLURM_CONF=${folder}/slurm.conf`)) return false;
  return environment.some((entry) => entry.startsWith('SLURM_JOB_ID=')) || /^slurmstepd:/.test(command[0] ?? '');
}

function isOwned(folder: string): boolean {
  try {
    const [pid, start] = readFileSync(join(folder, 'owner'), 'utf8').split(' ');
    return startOf(Number(pid)) === start;
  } catch {
    // A folder of this very moment is about to get an owner.
    return Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 60_000;
  }
}

/** Clock ticks since the machine's start; empty for no process. After the name, which may hold spaces, it is the 20th word. */
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function readWords(pid: string, file: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
