import type { Job, RunId } from '@duality/shared';
import type { RunElsewhere } from '@duality/shared/store';
import { explainEnd } from './explain-end.ts';
import type { Hub } from './hub.ts';
import { describeEnded } from './queue.ts';

/** What a job wrote last may be visible so much later than its end. */
const lateMs = 15_000;

/** Decides what becomes of runs whose job is in the queue no more. `hasEnded`: it was this hub that had it ended. */
export function createSettling({ store, exchange, say, takeAll }: Hub, hasEnded: (jobId: string) => boolean) {
  const missingSince = new Map<RunId, number>();
  /** The step at which a run's job was last lost: without a step since, it is not submitted again. */
  const lostAt = new Map<RunId, number>();

  return {
    isThere: (id: RunId): void => void missingSince.delete(id),
    settle: async (one: RunElsewhere, job: Job): Promise<void> => {
      const { run, stopRequestedAt, isPaused } = one;
      const since = missingSince.get(run.id) ?? performance.now();
      missingSince.set(run.id, since);
      takeAll(run.id, run.uid);
      const { status, lastStep } = store.run.get(run.id);
      if (status === 'running' && performance.now() - since < lateMs) return;
      const ended = (await describeEnded([job.id])).get(job.id);
      missingSince.delete(run.id);
      const over = { ...job, state: ended?.state ?? 'UNKNOWN', reason: ended?.reason ?? null, isOver: true };
      store.job.see(run.id, over);
      if (status !== 'queued' && status !== 'running') return;
      if (stopRequestedAt !== null) return store.job.end(run.id, 'stopped', 'stopped on request', Date.now());
      // Also one that was paused and wanted again before its job was gone.
      if (isPaused || hasEnded(job.id)) {
        store.sweep.trial.expectRest(run.id, false);
        store.job.wait(run.id);
        return store.job.see(run.id, null);
      }
      const words = explainEnd(exchange, job.id, ended);
      if (ended?.state === 'CANCELLED' || lostAt.get(run.id) === lastStep) {
        store.job.fail(run.id, `lost: ${words}; resume it to go on`);
        return say(`Run ${run.id} is lost: ${words}`);
      }
      lostAt.set(run.id, lastStep);
      store.log.add(run.id, 'warning', `${words}; it is submitted again, to go on from its last checkpoint`);
      store.job.wait(run.id);
      store.job.see(run.id, null);
    },
  };
}
