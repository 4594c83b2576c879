import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

// The thread of `watch.ts`.
const { shared, target, seed, longestSeconds } = workerData as {
  shared: SharedArrayBuffer;
  target: string;
  seed: number;
  longestSeconds: number;
};
const state = new Int32Array(shared, 0, 2);
const text = new Uint8Array(shared, 8);
let seen = 0;
let since = Date.now();
setInterval(() => {
  const count = Atomics.load(state, 0);
  if (count !== seen || count % 2 === 0) {
    seen = count;
    since = Date.now();
    return;
  }
  if (Date.now() - since < longestSeconds * 1000) return;
  const input = new TextDecoder().decode(text.slice(0, Atomics.load(state, 1)));
  writeSync(2, `${target} hangs: more than ${longestSeconds} s (seed ${seed})\n  input: ${input}\n`);
  process.kill(process.pid, 'SIGKILL');
}, 1000);
