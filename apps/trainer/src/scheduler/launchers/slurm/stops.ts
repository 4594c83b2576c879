import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeError, type Run, type RunId } from '@duality/shared';
import { runFolder, stopName } from '@duality/shared/exchange';
import { askToEnd, cancel } from './end-job.ts';
import type { QueuedJob } from './queue.ts';

/** A worker that was asked to end has so long for its checkpoint. */
const graceMs = 120_000;
/** `scancel` tries for long on a task that is just starting; the next round tries anew. */
const timeoutMs = 8000;

/** Ends jobs that nobody wants any more: those that wait at once, those that train after a checkpoint. */
export function createStops(exchange: string, say: (line: string) => void) {
  const askedAt = new Map<RunId, number>();
  const ended = new Set<string>();
  const wanted = { ask: new Set<string>(), cancel: new Set<string>() };
  let isAtWork = false;

  const carryOut = async (): Promise<void> => {
    const [ask, end] = [[...wanted.ask], [...wanted.cancel]];
    wanted.ask.clear();
    wanted.cancel.clear();
    if (end.length > 0) await cancel(end, { timeoutMs });
    if (ask.length > 0) await askToEnd(ask, { timeoutMs });
  };
  return {
    /** To be said in every round in which the job is still there. */
    want: ({ id, uid }: Run, job: QueuedJob): void => {
      // Also for one that waits: it may be starting just now.
      ended.add(job.id);
      writeFileSync(join(runFolder(exchange, uid), stopName), '');
      if (job.state === 'PENDING') return void wanted.cancel.add(job.id);
      const since = askedAt.get(id) ?? performance.now();
      askedAt.set(id, since);
      (performance.now() - since > graceMs ? wanted.cancel : wanted.ask).add(job.id);
    },
    hasEnded: (jobId: string): boolean => ended.has(jobId),
    /** It is gone, or wanted again. */
    forget: (id: RunId): void => void askedAt.delete(id),
    /** Beside the rounds, which do not wait for it. */
    carryOut: (): void => {
      if (isAtWork || wanted.ask.size + wanted.cancel.size === 0) return;
      isAtWork = true;
      carryOut()
        .catch((error) => say(`A job could not be ended yet: ${describeError(error)}`))
        .finally(() => {
          isAtWork = false;
        });
    },
  };
}
