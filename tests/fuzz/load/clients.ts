import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@duality/shared/store';
import { serveStore } from '../../fixtures/serve-store.ts';
import { ask, procedurePath, query } from '../../http/ask.ts';
import { demandWhole } from '../served-lab.ts';
import { demand } from '../target.ts';
import { quantile, type Trial } from '../trial.ts';
import { type Heard, listen } from './listen.ts';
import { spawnWriter } from './spawn-writer.ts';
import { beginRun } from './steps.ts';

const listeners = 150;
const askers = 50;
const stepsASecond = 100;
const longestSeconds = 30;

/** Many pages on one run: each of the streams tells each step once, and questions are answered meanwhile. */
export const load: Trial = {
  name: 'load',
  about: `${listeners} streams and ${askers} askers while a run commits ${stepsASecond} steps a second`,
  run: async (folder, scale) => {
    const file = join(folder, 'duality.db');
    const last = stepsASecond * Math.max(3, Math.round(longestSeconds * scale));
    const store = openStore(file);
    const runId = beginRun(store, last);
    store.close();
    const { url, port, stop } = await serveStore(file);
    try {
      const { cursor } = await query<{ cursor: number }>(port, 'run.get', { runId });
      const over = new AbortController();
      const streams = Array.from({ length: listeners }, () => listen(url, runId, String(cursor), last));
      const questions = Array.from({ length: askers }, () => askUntil(port, runId, over.signal));
      await spawnWriter(file, runId, [1, last], stepsASecond).ended;
      const heard = await Promise.all(streams);
      over.abort();
      const answeredMs = (await Promise.all(questions)).flat();
      for (const one of heard) demandEachOnce(one, last);
      return summarise(heard, answeredMs, last);
    } finally {
      await stop();
      demandWhole(file);
    }
  },
};

const asked = (runId: number) => [
  procedurePath('metric.series', { runId, width: 300 }),
  procedurePath('run.list'),
  procedurePath('run.get', { runId }),
];

/** How long each answer took, in ms. */
async function askUntil(port: number, runId: number, over: AbortSignal): Promise<number[]> {
  const took: number[] = [];
  for (let at = 0; !over.aborted; at++) {
    const began = performance.now();
    const { status, text } = await ask(port, asked(runId)[at % 3] ?? '');
    demand(status === 200, `answered ${status} under load: ${text.slice(0, 300)}`);
    took.push(performance.now() - began);
    await sleep(500);
  }
  return took;
}

/** A stream that was too far behind is told so, and reads again what it shows. */
function demandEachOnce({ times, stale }: Heard, last: number): void {
  const twice = [...times].find(([, count]) => count > 1);
  demand(!twice, `step ${twice?.[0]} came ${twice?.[1]} times`);
  demand(stale > 0 || times.size === last, `${times.size} of ${last} steps came, and nothing said that some were lost`);
}

function summarise(heard: Heard[], answeredMs: number[], last: number): string {
  const delays = heard.flatMap(({ delaysMs }) => delaysMs);
  const stale = heard.filter((one) => one.stale > 0).length;
  const ms = (values: number[]) =>
    `p50 ${quantile(values, 0.5).toFixed(0)} ms, p99 ${quantile(values, 0.99).toFixed(0)} ms`;
  return (
    `${last} steps to each of ${heard.length} streams, ${stale} of them told to read again; from commit to client ${ms(delays)}; ` +
    `${answeredMs.length} questions answered, ${ms(answeredMs)}`
  );
}
