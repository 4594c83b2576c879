import type { Job, Run, SlurmPlace } from '@duality/shared';

type Placed = Pick<Run, 'place' | 'job'>;

/** Until Slurm has answered, a job bears the name under which it is submitted. */
export const isSubmitted = (job: Job | null): job is Job => job !== null && /^\d/.test(job.id);

/** Where a run trains or was trained: `Slurm job 123_4 · node a1`. */
export function describePlace({ place, job }: Placed): string {
  if (place === null) return 'this machine';
  if (place.kind === 'offline') return `offline on ${place.host}`;
  if (!isSubmitted(job)) return 'Slurm, not submitted yet';
  return `Slurm job ${job.id}${job.node ? ` · node ${job.node}` : ''}`;
}

/** What a queued run of a cluster waits for: `waits for Slurm: Priority`. Null for every other run. */
export function describeWait({ status, place, job }: Placed & Pick<Run, 'status'>): string | null {
  if (status !== 'queued' || place?.kind !== 'slurm') return null;
  if (!isSubmitted(job)) return 'waits to be submitted to Slurm';
  if (job.state !== 'PENDING') return job.node ? `starts on ${job.node}` : 'waits for Slurm';
  return job.reason ? `waits for Slurm: ${job.reason}` : 'waits for Slurm';
}

/** The same in a few words, and of a run that trains its node: `Slurm: Priority`, `on a1`. */
export function noteOfJob(run: Placed & Pick<Run, 'status'>): string | null {
  if (run.status === 'running') return run.job?.node ? `on ${run.job.node}` : null;
  return describeWait(run)?.replace(/^waits for (?=Slurm:)/, '') ?? null;
}

export const describeRequeues = (times: number): string | null =>
  times === 0 ? null : `put back into the queue ${times === 1 ? 'once' : `${times} times`}`;

/** What was asked of the cluster, but for further flags: `partition gpu, 4 CPUs, 8000 MB, 1 GPU, 60 min`. */
export function describeAsked({ partition, account, qos, cpus, memoryMb, gpus, minutes }: SlurmPlace): string {
  return [
    ...(partition ? [`partition ${partition}`] : []),
    ...(account ? [`account ${account}`] : []),
    ...(qos ? [`QOS ${qos}`] : []),
    counted(cpus, 'CPU'),
    `${memoryMb} MB`,
    ...(gpus > 0 ? [counted(gpus, 'GPU')] : []),
    `${minutes} min`,
  ].join(', ');
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
