import type { RunId } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import type { Launcher } from './launchers/launcher.ts';
import { failRun } from './reap.ts';

interface Watched {
  store: Store;
  launcher: Launcher;
  holder: string;
  patienceMs: number;
  say: (line: string) => void;
}

interface Silence {
  heartbeatAt: number | null;
  silentMs: number;
  lookedAt: number;
}

/** What passes between two looks counts as no more: the scheduler, or the whole machine, may have slept meanwhile. */
const longestLookMs = 20_000;

const silences = new WeakMap<Store, Map<RunId, Silence>>();

/**
 * Ends this scheduler's trainers whose process lives and gives no heartbeat; theirs may also be the lock for which all
 * others wait. `now` is of a clock that is never set.
 */
export function endHung({ store, launcher, holder, patienceMs, say }: Watched, now = performance.now()): void {
  const before = silences.get(store);
  const seen = new Map<RunId, Silence>();
  silences.set(store, seen);
  for (const { run, claimedBy, process: trainer, heartbeatAt } of store.run.listClaimed()) {
    if (claimedBy !== holder || !trainer) continue;
    const last = before?.get(run.id);
    const silentMs =
      last?.heartbeatAt === heartbeatAt ? last.silentMs + Math.min(now - last.lookedAt, longestLookMs) : 0;
    seen.set(run.id, { heartbeatAt, silentMs, lookedAt: now });
    if (silentMs < patienceMs) continue;
    launcher.stop(trainer, true);
    const seconds = Math.round(silentMs / 1000);
    failRun(store, run.id, `hung: its trainer gave no sign of life for ${seconds} s and was ended; resume it to go on`);
    say(`Run ${run.id} was ended: its trainer hung`);
  }
}
