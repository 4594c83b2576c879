import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@duality/shared/store';
import { query as querySql } from '../../fixtures/query.ts';
import { type ServedStore, serveStore } from '../../fixtures/serve-store.ts';
import { query } from '../../http/ask.ts';
import { demandWhole } from '../served-lab.ts';
import { demand } from '../target.ts';
import { quantile, type Trial } from '../trial.ts';
import { listen } from './listen.ts';
import { residentBytes } from './memory.ts';
import { spawnWriter } from './spawn-writer.ts';
import { beginRun } from './steps.ts';

/** Ten steps a second for a day. */
const stepsOfDay = 864_000;
const fewestSteps = 20_000;
const days = 4;
/**
 * Bytes by which a process may grow after a quarter of the way. Within the first day it still fills what it may keep: 64 MB
 * of pages in SQLite, and rubbish that V8 is in no hurry to collect. After that there is nothing left to fill.
 */
const mayGrow = { withinADay: 150e6, afterADay: 50e6 };

interface Sample {
  step: number;
  server: number;
  writer: number;
}

/** Days' steps at full speed with a page that looks on: neither who writes nor who serves may grow with them. */
export const day: Trial = {
  name: 'day',
  about: 'four days of steps replayed at full speed with a page open',
  run: async (folder, scale) => {
    const file = join(folder, 'duality.db');
    const last = Math.max(fewestSteps, Math.round(days * stepsOfDay * scale));
    const store = openStore(file);
    const runId = beginRun(store, last);
    store.close();
    const server = await serveStore(file);
    try {
      const began = performance.now();
      const page = listen(server.url, runId, '0', last);
      const samples = await replay(file, runId, last, server);
      const seconds = (performance.now() - began) / 1000;
      await page;
      await demandReadable(server.port, file, runId, last);
      const growth = (['server', 'writer'] as const).map((who) => describeGrowth(samples, last, who));
      return `${last} steps in ${seconds.toFixed(0)} s (${(last / seconds).toFixed(0)} a second), ${growth.join(', ')}`;
    } finally {
      await server.stop();
      demandWhole(file);
    }
  },
};

/** What the two processes take while the steps are written, several times a second. */
async function replay(file: string, runId: number, last: number, { port, pid }: ServedStore): Promise<Sample[]> {
  const samples: Sample[] = [];
  const writer = spawnWriter(file, runId, [1, last], 0);
  let isOver = false;
  const ended = writer.ended.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const { run } = await query<{ run: { lastStep: number } }>(port, 'run.get', { runId });
    await query(port, 'metric.series', { runId, width: 500 });
    const sample = { step: run.lastStep, server: residentBytes(pid), writer: residentBytes(writer.pid) };
    if (sample.writer > 0) samples.push(sample);
    await sleep(100);
  }
  await ended;
  return samples;
}

const quarters = [0.25, 0.5, 0.75, 1];

/** What a process took at each quarter of the way. On a busy machine there may be few samples: the nearest ones count. */
function describeGrowth(samples: Sample[], last: number, who: 'server' | 'writer'): string {
  const taken = quarters.map((share) => {
    const away = ({ step }: Sample) => Math.abs(step - share * last);
    const near = samples.toSorted((a, b) => away(a) - away(b)).slice(0, 3);
    return quantile(
      near.map((sample) => sample[who]),
      0.5,
    );
  }) as [number, number, number, number];
  const told = `${who} ${taken.map((bytes) => Math.round(bytes / 1e6)).join(', ')} MB at each quarter of the way`;
  const most = last / 4 < stepsOfDay ? mayGrow.withinADay : mayGrow.afterADay;
  demand(taken[3] - taken[0] < most, `grown beyond ${most / 1e6} MB: ${told}`);
  return told;
}

async function demandReadable(port: number, file: string, runId: number, last: number): Promise<void> {
  const { series } = await query<{ series: { name: string; steps: number[] }[] }>(port, 'metric.series', {
    runId,
    width: 500,
  });
  const shown = series.find(({ name }) => name === 'criticEstimate')?.steps.length ?? 0;
  demand(shown > 1 && shown <= 500, `a curve of ${shown} points was answered for ${last} steps`);
  const [row] = querySql(file, "SELECT count(*) AS n, max(step) AS last FROM v_metric WHERE name = 'criticEstimate'");
  demand(row?.n === last && row?.last === last, `${row?.n} of ${last} steps are there`);
}
