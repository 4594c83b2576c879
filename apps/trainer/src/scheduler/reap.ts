import type { RunId } from '@duality/shared';
import { type ClaimedRun, isAlive, type Store } from '@duality/shared/store';

/** Without any sign of life for so long, a trainer that cannot be asked is given up. */
const silenceMs = 30_000;

/**
 * Marks running runs whose trainer has ended without saying so; what it committed stays. Returns their
 * ids. Those that `isHeld` are left to whoever holds them.
 */
export function failLostRuns(store: Store, now = Date.now(), isHeld = (_runId: RunId) => false): number[] {
  const lost = store.run.listClaimed().filter((claimed) => !isHeld(claimed.run.id) && isLost(claimed, now));
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

/** A process of this machine is asked; one of another machine, or not yet known, is judged by its silence. */
function isLost({ process, heartbeatAt }: ClaimedRun, now: number): boolean {
  const alive = process ? isAlive(process) : undefined;
  return alive === undefined ? now - (heartbeatAt ?? 0) > silenceMs : !alive;
}
