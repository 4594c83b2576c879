import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { configure, getPreset, SlurmPlace } from '@duality/shared';
import { openStore } from '@duality/shared/store';
import { query as querySql } from '../../fixtures/query.ts';
import { serveStore } from '../../fixtures/serve-store.ts';
import { query } from '../../http/ask.ts';
import { demandWhole } from '../served-lab.ts';
import { demand } from '../target.ts';
import { quantile, type Trial } from '../trial.ts';
import { sentAt } from './steps.ts';

const most = { workers: 200, seconds: 120 };
const stepsASecond = 50;
const logEvery = 100;
const mostAgeMs = 3000;
/** What is shown is looked at this often, of one run after the other. */
const lookEveryMs = 50;

/** Many workers elsewhere at once: the hub takes in all they write, each record once, and pages show it soon. */
export const workers: Trial = {
  name: 'workers',
  about: `${most.workers} workers elsewhere with ${stepsASecond} steps a second each, for ${most.seconds} s`,
  run: async (folder, scale) => {
    const [file, exchange] = [join(folder, 'duality.db'), join(folder, 'exchange')];
    const count = Math.max(20, Math.round(most.workers * Math.min(1, 4 * scale)));
    const steps = stepsASecond * Math.max(4, Math.round(most.seconds * scale));
    writeFileSync(join(folder, 'uids'), JSON.stringify(queue(file, count, steps)));
    const scheduler = begin('apps/trainer/bin/schedule.js', ['--store', file, '--exchange', exchange, '--slots', '1']);
    const server = await serveStore(file);
    try {
      const over = new AbortController();
      const looking = lookUntil(server.port, count, over.signal);
      const herd = begin('tests/fuzz/load/herd.ts', [exchange, join(folder, 'uids'), `${stepsASecond}`, `${steps}`]);
      await ended(herd);
      over.abort();
      const agesMs = await looking;
      const behindMs = await untilAllCame(file, count);
      demandEachOnce(file, count, steps);
      const p99 = quantile(agesMs, 0.99);
      demand(p99 <= mostAgeMs, `what pages show was ${p99.toFixed(0)} ms old, p99`);
      const cpu = secondsOf(scheduler.pid ?? 0) / (steps / stepsASecond);
      return (
        `${count} workers, ${count * steps} steps each once; shown ${quantile(agesMs, 0.5).toFixed(0)} ms (p50), ` +
        `${p99.toFixed(0)} ms (p99) after they were made; all there ${behindMs.toFixed(0)} ms after the last; ` +
        `the hub took ${cpu.toFixed(2)} of a core`
      );
    } finally {
      await server.stop();
      scheduler.kill('SIGTERM');
      await ended(scheduler);
      demandWhole(file);
    }
  },
};

/** UIDs of so many runs that wait for a cluster. */
function queue(file: string, count: number, steps: number): string[] {
  const store = openStore(file);
  const config = configure(getPreset('wgan-gp-ring'), { steps });
  const place = SlurmPlace.parse({ kind: 'slurm' });
  const runs = Array.from({ length: count }, () => {
    const run = store.run.queue({ preset: 'wgan-gp-ring', engine: 'cpu', config, place });
    // Of a cluster that this machine need not have.
    store.job.see(run.id, { id: `${run.id}`, state: 'RUNNING', reason: null, node: null, requeues: 0, isOver: true });
    return run.uid;
  });
  store.close();
  return runs;
}

function begin(script: string, args: string[]): ChildProcess {
  const path = join(import.meta.dirname, '../../..', script);
  return spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
}

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));

/** How old the newest step was that a page showed, at each look. */
async function lookUntil(port: number, count: number, over: AbortSignal): Promise<number[]> {
  const ages: number[] = [];
  for (let at = 0; !over.aborted; at++) {
    const runId = 1 + (at % count);
    const { run } = await query<{ run: { lastStep: number } }>(port, 'run.get', { runId });
    const seenAt = Date.now();
    const step = run.lastStep;
    if (step > 0) ages.push(seenAt - (await sentAtOf(port, runId, step)));
    await sleep(lookEveryMs);
  }
  return ages;
}

async function sentAtOf(port: number, runId: number, step: number): Promise<number> {
  const window = { runId, from: step, to: step, width: 1 };
  const { series } = await query<{ series: { name: string; values: number[] }[] }>(port, 'metric.series', window);
  return series.find(({ name }) => name === sentAt)?.values[0] ?? 0;
}

async function untilAllCame(file: string, count: number): Promise<number> {
  const from = performance.now();
  for (; performance.now() - from < 60_000; await sleep(100)) {
    const [row] = querySql(file, "SELECT count(*) AS n FROM v_run WHERE status = 'completed'");
    if (row?.n === count) return performance.now() - from;
  }
  throw new Error('not all runs had come to their end a minute after their workers');
}

function demandEachOnce(file: string, count: number, steps: number): void {
  const [metrics] = querySql(file, 'SELECT count(*) AS n FROM v_metric WHERE name = ?', sentAt);
  demand(metrics?.n === count * steps, `${metrics?.n} of ${count * steps} steps are there`);
  const [log] = querySql(file, "SELECT count(*) AS n, count(DISTINCT run_id || ' ' || message) AS different FROM log");
  const lines = count * Math.floor(steps / logEvery);
  demand(log?.n === lines && log?.different === lines, `${log?.n} of ${lines} lines, ${log?.different} different`);
}

/** Of a processor, in all its life. Linux only. */
function secondsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}
