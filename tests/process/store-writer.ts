import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { randomStream, uniforms } from '@duality/shared';
import { explainStoreError, openStore } from '@duality/shared/store';

/**
 * Writes steps of one run until it is killed, and says each step once it is committed. Began again, it repeats some.
 * What cannot be written is said behind an exclamation mark and tried again.
 */
const [file = '', run = '1', seed = '0', everyMs = '0', jumpAt = '0'] = process.argv.slice(2);
const runId = Number(run);

/** Five metrics, of which any may be no finite number now and then; the same in every process. */
export function valuesAt(runId: number, step: number): Record<string, number> {
  const draws = [...uniforms({ seed: runId, stream: randomStream.mixing, counter: step }, 5)];
  const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return Object.fromEntries(
    draws.map((u, i) => [`metric${i}`, u < 0.05 ? (odd[step % 3] as number) : (u - 0.5) / step]),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const store = openStore(file);
  const [share = 0] = uniforms({ seed: Number(seed), stream: randomStream.mixing, counter: runId }, 1);
  const { lastStep } = store.run.get(runId);
  let step = Math.max(1, lastStep + 1 - Math.floor(40 * share));
  for (const first = step; ; ) {
    if (Number(jumpAt) > 0 && step === first + Number(jumpAt)) setClockBack(3_600_000);
    try {
      store.metric.append(runId, step, valuesAt(runId, step));
      writeSync(1, `${step}\n`);
      step++;
    } catch (error) {
      writeSync(1, `! ${(explainStoreError(error, store.file) as Error).message}\n`);
      await setTimeout(50);
    }
    if (Number(everyMs) > 0) await setTimeout(Number(everyMs));
  }
}

function setClockBack(ms: number): void {
  const { now } = Date;
  Date.now = () => now() - ms;
}
