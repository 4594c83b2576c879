import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openStore } from '@duality/shared/store';
import type { Row } from '../benchmark.ts';
import { quantile } from './quantile.ts';
import { atMost } from './rows.ts';
import { aRequest, withStore } from './test-bed.ts';

const trainers = 8;
const dashboards = 4;
export const stepsPerSecond = 200;

/** What a trainer of the load test tells at its end: the last step that was acknowledged. */
export interface Written {
  steps: number;
  errors: string[];
}

/** What a dashboard tells: how long each of its looks took, in ms. */
export interface Looked {
  times: number[];
  errors: string[];
}

/** Eight trainers write and four dashboards read, each a process of its own, on one file. */
export async function measureLoad(minutes: number, say: (line: string) => void): Promise<Row[]> {
  return withStore(async (store, file) => {
    say(`load: ${trainers} trainers and ${dashboards} dashboards for ${minutes} min`);
    const ids = Array.from({ length: trainers }, () => store.run.queue(aRequest()).id);
    const start = (script: URL, ...args: unknown[]) => runScript(script, [file, minutes * 60, ...args].map(String));
    const [written, looked] = await Promise.all([
      Promise.all(ids.map((id) => start(new URL('load-trainer.ts', import.meta.url), id) as Promise<Written>)),
      Promise.all(
        Array.from(
          { length: dashboards },
          () => start(new URL('load-dashboard.ts', import.meta.url)) as Promise<Looked>,
        ),
      ),
    ]);
    const errors = [...written, ...looked].flatMap((process) => process.errors);
    for (const error of new Set(errors)) say(`load: ${error}`);
    const lost = ids.reduce((sum, id, i) => sum + countLost(file, id, written[i]?.steps ?? 0), 0);
    const acknowledged = written.reduce((sum, { steps }) => sum + steps, 0);
    say(`load: ${acknowledged} steps acknowledged, ${looked.flatMap(({ times }) => times).length} looks`);
    const described = `8 trainers × ${stepsPerSecond} steps/s and 4 dashboards, ${minutes} min`;
    const wanted = trainers * stepsPerSecond * minutes * 60;
    return [
      atMost(`${described}: errors`, errors.length, 0),
      atMost(`${described}: acknowledged steps lost`, lost, 0),
      atMost(`${described}: steps behind schedule, %`, 100 * Math.max(0, 1 - acknowledged / wanted), 1),
      atMost(
        `${described}: look of a dashboard, ms p99`,
        quantile(
          looked.flatMap(({ times }) => times),
          0.99,
        ),
        50,
      ),
    ];
  });
}

async function runScript(script: URL, args: string[]): Promise<unknown> {
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${script.pathname} ended with ${code}`);
  return JSON.parse(output);
}

/** Steps that are not there, whole, exactly once. */
function countLost(file: string, id: number, steps: number): number {
  const store = openStore(file);
  try {
    let lost = 0;
    for (const { name, steps: found } of store.series.list(id, { width: steps })) {
      if (!name.startsWith('eval.')) lost += steps - new Set(found).size;
    }
    return lost;
  } finally {
    store.close();
  }
}
