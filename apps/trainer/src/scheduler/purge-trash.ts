import { describeError, formatBytes } from '@duality/shared';
import { explainStoreError } from '@duality/shared/store';
import { leaseName, type Schedule } from './schedule.ts';

const everyMs = 60 * 60 * 1000;

/**
 * Deletes what has been in the trash for 30 days, at first and then hourly, and says what that freed. It goes on beside
 * the rounds; a failure is told, and tried again an hour later.
 */
export function watchTrash({ store, holder, say }: Pick<Schedule, 'store' | 'holder' | 'say'>) {
  const ending = new AbortController();
  let running = Promise.resolve();
  let next = Number.NEGATIVE_INFINITY;

  const purge = async (now: number): Promise<void> => {
    const tellBlocked = (reason: string) => say(`In the trash for 30 days, but ${reason}`);
    for (const { runId, name, bytes } of await store.trash.purgeExpired(now, tellBlocked, ending.signal)) {
      say(`Run ${runId} “${name}” was in the trash for 30 days and is deleted: about ${formatBytes(bytes)} freed`);
    }
  };
  const tell = (error: unknown): void => {
    if (ending.signal.aborted) return;
    say(`The trash could not be emptied: ${describeError(explainStoreError(error, store.file))}`);
  };

  return {
    /** To be called after each round; does nothing in a scheduler that waits for another one's lease. */
    purgeWhenDue: (now = Date.now()): void => {
      // A clock that was set back must not put off the next time for long.
      const isDue = now >= next || now < next - everyMs;
      if (!isDue || store.lease.find(leaseName)?.holder !== holder) return;
      next = now + everyMs;
      running = running.then(() => purge(now)).catch(tell);
    },
    /** Interrupts a purge, which the next scheduler goes on with, and resolves once it rests. */
    end: (): Promise<void> => {
      ending.abort();
      return running;
    },
  };
}
