import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ExplainedError } from '@duality/shared';
import type { Benchmark, Row } from './benchmark.ts';
import { median } from './median.ts';
import { quantile } from './store/quantile.ts';

interface Frames {
  perSecond: number;
  p95Ms: number;
}

/** What the script prints. */
interface Measured {
  opened: { firstMs: number; allMs: number; spikes: number }[];
  zoom: Frames;
  pan: Frames;
  liveMs: number[];
}

/** How the built dashboard feels in a real Chromium. */
export const dashboard: Benchmark = {
  name: 'dashboard',
  summary: 'opening, moving and watching many curves in a browser without a GPU',
  run: async ({ rounds = 5, steps = 60, say }) => {
    say('dashboard: writing 100 runs of 50,000 steps, then opening, moving and watching them …');
    const measured = await measure(rounds, steps);
    const { opened, liveMs } = measured;
    const [cold] = opened;
    const warm = opened.slice(1);
    return {
      rows: [
        openRow('100 runs × 50,000 points, new browser', opened.slice(0, 1)),
        ...(warm.length > 0 ? [openRow('the same, visited again (median)', warm)] : []),
        framesRow('zoom of 50 curves', measured.zoom),
        framesRow('pan of 50 curves', measured.pan),
        liveRow(liveMs),
      ],
      notes: [
        `${cold?.spikes ?? 0} of 100 spikes of one step came to the screen. Times count from navigation; all processes share the cores.`,
      ],
    };
  },
};

function openRow(workload: string, visits: Measured['opened']): Row {
  const first = median(visits.map(({ firstMs }) => firstMs));
  const all = median(visits.map(({ allMs }) => allMs));
  return row(
    workload,
    { 'first ms': first, 'all ms': all },
    'first ≤ 1,000, all ≤ 1,900 ms',
    first <= 1000 && all <= 1900,
  );
}

const framesRow = (workload: string, { perSecond, p95Ms }: Frames) =>
  row(workload, { 'frames/s': perSecond, 'p95 ms': p95Ms }, '≥ 50 frames/s', perSecond >= 50);

function liveRow(liveMs: readonly number[]): Row {
  const [p50, p99] = [quantile(liveMs, 0.5), quantile(liveMs, 0.99)];
  return row(
    'step to pixel, 50 live runs × 10 metrics',
    { 'p50 ms': p50, 'p99 ms': p99 },
    'p99 ≤ 1,000 ms',
    p99 <= 1000,
  );
}

const row = (workload: string, figures: Record<string, number>, target: string, isMet: boolean): Row => ({
  workload,
  figures: { ...none, ...figures },
  target,
  isMet,
});

/** Each row has some of the columns. */
const none = { 'first ms': null, 'all ms': null, 'frames/s': null, 'p50 ms': null, 'p95 ms': null, 'p99 ms': null };

async function measure(visits: number, seconds: number): Promise<Measured> {
  const script = fileURLToPath(new URL('../../../../tests/bench/dashboard/main.ts', import.meta.url));
  const child = spawn(process.execPath, [script, String(visits), String(seconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new ExplainedError('the dashboard could not be measured; build it with "npm run build" first');
  return JSON.parse(output);
}
