import type { Run, SlurmReport } from '@duality/shared';
import { describePlace, describeRequeues, describeWait, isSubmitted } from '#components/describe-place.ts';

/** What is known of the scheduler; null where none is running, undefined before that is known. */
type Scheduler = { slurm?: SlurmReport | null | undefined } | null | undefined;

/** What a queued run waits for, and what can be done about it. */
export function explainWait(run: Pick<Run, 'status' | 'place' | 'job'>, scheduler: Scheduler): string {
  const { place, job } = run;
  if (place?.kind === 'offline') return `It trains on ${place.host}, and what it does is told from there.`;
  if (!place) {
    return scheduler === null
      ? 'No scheduler is running, so nothing will start it: run npm start.'
      : 'It starts as soon as a slot is free.';
  }
  if (scheduler === null) {
    return 'No scheduler is running, so nothing is heard of the cluster: run npm start.';
  }
  if (isSubmitted(job)) {
    const told = [describePlace(run), describeRequeues(job.requeues)].filter(Boolean).join(', ');
    return `It ${describeWait(run)} (${told}).`;
  }
  if (scheduler && !scheduler.slurm) return 'It waits for a cluster: the scheduler knows none now.';
  if (scheduler?.slurm?.problem)
    return `It waits to be submitted: the cluster takes no jobs now (${scheduler.slurm.problem}).`;
  return 'It is submitted to Slurm in a moment.';
}
