import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Row } from '../benchmark.ts';
import { median } from '../median.ts';
import { atLeast, atMost } from './rows.ts';
import type { Tensorboard } from './tensorboard.ts';
import { aRequest, curveAt, withStore } from './test-bed.ts';

const runs = 100;
const steps = 50_000;
const height = 1000;
const turns = 5;

/** One step of each run stands out, at a place of its own. */
const spikeOf = (run: number) => 777 + ((run * 7919) % (steps - 1000));

/** Opening 100 long runs at once, by a process that was not running before, to the text that is sent to the page. */
export async function measureCurves(tensorboard: Tensorboard | undefined, say: (line: string) => void): Promise<Row[]> {
  return withStore(async (store, file) => {
    say(`curves: writing ${runs} runs × ${steps} steps`);
    for (let run = 0; run < runs; run++) {
      const { id } = store.run.queue(aRequest({ seed: run }));
      const values = (step: number) => ({ criticEstimate: step === spikeOf(run) ? height : curveAt(step, run) });
      const all = Array.from({ length: steps }, (_, i) => ({ step: i + 1, values: values(i + 1) }));
      for (let at = 0; at < steps; at += 10_000) store.metric.appendMany(id, all.slice(at, at + 10_000));
    }
    const script = fileURLToPath(new URL('open-curves.ts', import.meta.url));
    const cold: number[] = [];
    let opened = { ms: 0, highs: [] as number[] };
    for (let turn = 0; turn < turns; turn++) {
      const started = performance.now();
      opened = JSON.parse(execFileSync(process.execPath, [script, file], { encoding: 'utf8', maxBuffer: 2 ** 28 }));
      cold.push((performance.now() - started) / 1000);
    }
    const theirs = await tensorboard?.openCurves(runs, steps, height);
    const kept = opened.highs.filter((high) => high === height).length;
    return [
      atMost('100 runs × 50,000 points at 1,000 px, s from a cold start', median(cold), 1, theirs?.coldSeconds),
      atMost('the same once it runs, s', opened.ms / 1000, 1, theirs?.warmSeconds),
      atLeast('one-step spikes that are in those curves, of 100', kept, 100, theirs?.spikes),
    ];
  });
}
