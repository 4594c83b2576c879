import { Worker } from 'node:worker_threads';

/** Far longer than any input takes a busy machine. */
const longestSeconds = 60;
const textBytes = 4000;

export interface Watch {
  begin: (show: () => string) => void;
  end: () => void;
  stop: () => Promise<void>;
}

/**
 * Ends this process when an input takes so long that it must be called a hang: a loop that never gives way can only be
 * seen from another thread, which says what the input was.
 */
export function watch(target: string, seed: number): Watch {
  const shared = new SharedArrayBuffer(8 + textBytes);
  const state = new Int32Array(shared, 0, 2);
  const text = new Uint8Array(shared, 8);
  const worker = new Worker(new URL('./watcher.ts', import.meta.url), {
    workerData: { shared, target, seed, longestSeconds },
  });
  worker.unref();
  const end = () => {
    if (Atomics.load(state, 0) % 2 !== 0) Atomics.add(state, 0, 1);
  };
  return {
    begin: (show) => {
      end();
      const { written } = new TextEncoder().encodeInto(show(), text);
      Atomics.store(state, 1, written);
      Atomics.add(state, 0, 1); // odd while an input is tried
    },
    end,
    stop: async () => void (await worker.terminate()),
  };
}
