import type { RunId } from '@duality/shared';
import { type ClaimedRun, type Store, showsLife, silenceMs } from '@duality/shared/store';

/**
 * Marks running runs whose trainer has ended without saying so; what it committed stays. Returns their
 * ids. Those that `isHeld` are left to whoever holds them.
 */
export function failLostRuns(store: Store, now = Date.now(), isHeld = (_runId: RunId) => false): number[] {
  const claimed = store.run.listClaimed();
  const isBeating = watchBeats(store, claimed);
  const lost = claimed.filter((one) => !isHeld(one.run.id) && !showsLife(one, now, isBeating(one.run.id)));
  for (const { run, process } of lost) {
    const who = process ? `process ${process.pid} on ${process.host}` : 'before it started';
    failRun(store, run.id, `lost: its trainer ended without a word (${who}); resume it to go on`);
  }
  return lost.map(({ run }) => run.id);
}

/** Ends a running run as failed, with a line in its log; does nothing when it ended by itself. */
export function failRun(store: Store, runId: number, reason: string): void {
  if (store.run.end(runId, 'failed', reason)) store.log.add(runId, 'error', reason);
}

interface Beat {
  heartbeatAt: number | null;
  /** By a clock that is never set; undefined before the first change. */
  changedAt?: number;
}

const beats = new WeakMap<Store, Map<RunId, Beat>>();

/** Says of which runs a new heartbeat was seen lately, whatever time it claims: a clock may be set while they train. */
function watchBeats(store: Store, claimed: ClaimedRun[]): (runId: RunId) => boolean {
  const before = beats.get(store);
  const now = performance.now();
  const seen = new Map(
    claimed.map(({ run, heartbeatAt }): [RunId, Beat] => {
      const last = before?.get(run.id);
      if (!last) return [run.id, { heartbeatAt }];
      return [run.id, last.heartbeatAt === heartbeatAt ? last : { heartbeatAt, changedAt: now }];
    }),
  );
  beats.set(store, seen);
  return (runId) => now - (seen.get(runId)?.changedAt ?? Number.NEGATIVE_INFINITY) < silenceMs;
}
