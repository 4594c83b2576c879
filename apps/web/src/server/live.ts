import type { MetricPoint } from '@duality/shared';
import { explainStoreError, type Store } from '@duality/shared/store';

export type Change = ReturnType<Store['change']['listSince']>[number];

/** What happened in the store since some cursor. */
export interface Delta {
  /** The cursor to go on from. */
  seq: number;
  changes: Change[];
  /** Every metric point that these changes brought, of all runs. */
  points: MetricPoint[];
  /** Too much happened to tell it piece by piece: read again what is shown. There are no changes or points then. */
  stale: boolean;
}

/** Changes since `from`, read once for all listeners. */
interface Frame extends Delta {
  from: number;
}

export interface LiveOptions {
  /** How often the store is looked at while anyone listens. */
  everyMs?: number;
  /** Further behind than this many changes, a listener is told that it is stale. */
  maxChanges?: number;
}

export type Live = ReturnType<typeof watchStore>;

/**
 * The one watcher of the store. Listeners have a cursor and no queue: each takes what lies between its cursor and the
 * newest change whenever it is ready for more, so a slow one costs no memory and finds its deltas merged.
 */
export function watchStore(store: Store, { everyMs = 150, maxChanges = 2000 }: LiveOptions = {}) {
  const waiting = new Set<() => void>();
  let listeners = 0;
  let timer: NodeJS.Timeout | undefined;
  let seq = 0;
  let frames: Frame[] = [];
  let failure: unknown;
  let ended: unknown;

  const readFrame = (from: number, upTo: number): Frame => {
    const changes = store.change.listSince(from, maxChanges + 1).filter((change) => change.seq <= upTo);
    if (from > upTo || changes.length > maxChanges) {
      return { from, seq: upTo, changes: [], points: [], stale: true };
    }
    return { from, seq: upTo, changes, points: store.metric.listSince(from, upTo), stale: false };
  };

  const look = (): void => {
    try {
      store.refuseGone();
      takeNewest();
      failure = undefined;
    } catch (error) {
      failure = explainStoreError(error, store.file);
      wakeAll();
    }
  };

  const takeNewest = (): void => {
    const newest = store.change.newest();
    if (newest === seq) return;
    frames.push(store.read(() => readFrame(seq, newest)));
    seq = newest;
    forgetOldFrames();
    wakeAll();
  };

  /** A stale frame tells nothing, so it and all before it are of no use to anyone. */
  const forgetOldFrames = (): void => {
    let kept = 0;
    const last = frames.findLastIndex((frame) => {
      kept += frame.changes.length;
      return frame.stale || kept > maxChanges;
    });
    frames = frames.slice(last + 1);
  };

  const wakeAll = () => {
    for (const wake of waiting) wake();
  };

  const start = (): void => {
    if (listeners === 0) {
      frames = [];
      failure = undefined;
      try {
        seq = store.change.newest();
      } catch (error) {
        throw explainStoreError(error, store.file);
      }
      timer = setInterval(look, everyMs).unref();
    }
    listeners++;
  };

  const stop = (): void => {
    listeners--;
    if (listeners === 0) clearInterval(timer);
  };

  const wait = (signal: AbortSignal | undefined, ms?: number) =>
    new Promise<void>((resolve) => {
      const done = () => {
        waiting.delete(done);
        clearTimeout(rest);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const rest = ms === undefined ? undefined : setTimeout(done, ms);
      if (ms === undefined) waiting.add(done);
      signal?.addEventListener('abort', done);
    });

  const take = (cursor: number): Delta => {
    const first = frames.findIndex((frame) => frame.from === cursor);
    if (first < 0) return store.read(() => readFrame(cursor, seq));
    const missed = frames.slice(first);
    return {
      seq,
      changes: missed.flatMap((frame) => frame.changes),
      points: missed.flatMap((frame) => frame.points),
      stale: false,
    };
  };

  return {
    /**
     * All that happens after the change `after` (from now on when absent), each thing once. Ends with `signal`.
     * `restMs` is the least time between two deltas.
     */
    async *follow(after: number | undefined, signal?: AbortSignal, restMs = 0): AsyncGenerator<Delta, void, void> {
      if (signal?.aborted) return;
      start();
      try {
        look();
        let cursor = after ?? seq;
        while (!signal?.aborted) {
          if (ended ?? failure) throw ended ?? failure;
          if (cursor === seq) {
            await wait(signal);
            continue;
          }
          const delta = take(cursor);
          cursor = delta.seq;
          yield delta;
          if (restMs > 0) await wait(signal, restMs);
        }
      } finally {
        stop();
      }
    },
    /** Throws `reason` at every listener, now and later. */
    end: (reason: Error) => {
      ended = reason;
      wakeAll();
    },
    countListeners: () => listeners,
  };
}
