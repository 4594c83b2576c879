import type { RunSummary, Series } from '@duality/shared';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { longRunSteps, notANumberStep, spike } from '../fixtures/seed-store.ts';
import { query } from './ask.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ steps: longRunSteps });
});
afterAll(() => server.stop());

const width = 1000;

async function timed<T>(what: string, procedure: string, input?: unknown): Promise<T> {
  const began = performance.now();
  const answer = await query<T>(server.port, procedure, input);
  console.log(`${what}: ${(performance.now() - began).toFixed(0)} ms`);
  return answer;
}

const seriesOf = async (what: string, window: object) =>
  (await timed<{ series: Series[] }>(what, 'metric.series', { runId: server.runs.completed, width, ...window })).series;

it('the whole of a long run comes in about as many buckets as there are pixels, its spike unharmed', async () => {
  const series = await seriesOf(`series of ${longRunSteps} steps`, {});
  for (const { name, steps, bucketSteps } of series) {
    if (name.startsWith('eval.')) continue;
    expect([name, bucketSteps]).toEqual([name, 7 * 16]);
    expect(steps).toHaveLength(Math.ceil((longRunSteps + 1) / bucketSteps));
    expect(steps.length).toBeLessThanOrEqual(width);
  }
  const estimate = series.find((one) => one.name === 'criticEstimate');
  expect(Math.max(...(estimate?.highs ?? []).map(Number))).toBe(spike.value);
  expect(estimate?.nonFinite).toEqual([{ step: notANumberStep, kind: 'nan' }]);
});

it('a window that fits comes exactly', async () => {
  const [estimate] = await seriesOf('window of 1001 steps', { from: spike.step - 500, to: spike.step + 500 });
  expect(estimate).toMatchObject({ name: 'criticEstimate', bucketSteps: 1 });
  expect(estimate?.steps).toHaveLength(1001);
  expect(estimate?.values[500]).toBe(spike.value);
});

it('the list of runs does not read the long run', async () => {
  await query(server.port, 'run.list');
  const { runs } = await timed<{ runs: RunSummary[] }>('list of runs', 'run.list');
  expect(runs.map((run) => run.status)).toEqual(['completed', 'completed', 'queued', 'running', 'failed', 'completed']);
  expect(runs.at(-1)).toMatchObject({ lastStep: longRunSteps, newestGrid: { step: longRunSteps } });
});
