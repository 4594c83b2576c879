import type { MetricPoint } from '@duality/shared';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addGrid, appendSteps } from '../fixtures/seed-store.ts';
import { ask, query } from './ask.ts';
import { type StreamEvent, subscribe } from './event-stream.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ steps: 200 });
});
afterAll(() => server.stop());

interface MetricDelta {
  points: MetricPoint[];
  stale: boolean;
  logSeq: Record<number, number>;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const lastStep = () => server.store.run.get(server.runs.running).lastStep;
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const cursor = async () =>
  (await query<{ cursor: number }>(server.port, 'run.get', { runId: server.runs.running })).cursor;
const stepsIn = (events: StreamEvent<MetricDelta>[]) =>
  events.flatMap(({ data }) =>
    data.points.filter((point) => point.name === 'criticEstimate').map((point) => point.step),
  );

/** Deltas until the step `last` is among them. */
async function listen(last: number, lastEventId: number | string, headers?: Record<string, string>) {
  const input = { runIds: [server.runs.running], lastEventId: String(lastEventId) };
  const deltas: StreamEvent<MetricDelta>[] = [];
  for await (const event of subscribe<MetricDelta>(server.url, 'metric.live', input, headers)) {
    if (event.event !== 'message') continue;
    deltas.push(event);
    if (stepsIn([event]).includes(last)) break;
  }
  return deltas;
}

it('steps that another process commits arrive as they are committed, each once', async () => {
  const from = lastStep();
  const heard = listen(from + 40, await cursor());
  for (let i = 0; i < 20; i++) {
    appendSteps(server.store, server.runs.running, 2);
    await sleep(50);
  }
  const deltas = await heard;
  expect(stepsIn(deltas)).toEqual(range(from + 1, from + 40));
  expect(deltas.length).toBeGreaterThan(2);
});

it('after a drop the last event id brings exactly what was missed', async () => {
  const from = lastStep();
  const start = await cursor();
  appendSteps(server.store, server.runs.running, 5);
  const before = await listen(from + 5, start);
  appendSteps(server.store, server.runs.running, 20);
  // The header is what an EventSource sends when it reconnects: it holds against the id in the address.
  const after = await listen(from + 25, start, { 'last-event-id': before.at(-1)?.id ?? '' });
  expect(stepsIn([...before, ...after])).toEqual(range(from + 1, from + 25));
});

it('steps in the middle of compressible text are not held back', async () => {
  const from = lastStep();
  const heard = listen(from + 1, await cursor(), { 'accept-encoding': 'gzip, br' });
  await sleep(300);
  const committed = performance.now();
  appendSteps(server.store, server.runs.running, 1);
  await heard;
  const ms = performance.now() - committed;
  console.log(`a committed step arrived after ${ms.toFixed(0)} ms`);
  expect(ms).toBeLessThan(2000);
});

it('new grids and changed runs arrive too', async () => {
  const runId = server.runs.running;
  const lastEventId = String(await cursor());
  const grids = subscribe<{ grids: { step: number }[] }>(server.url, 'sampleGrid.live', {
    runIds: [runId],
    lastEventId,
  });
  const runs = subscribe<{ runs: { id: number; name: string }[]; gone: number[] }>(server.url, 'run.live', {
    lastEventId,
  });
  expect((await grids.next()).value?.event).toBe('connected');
  expect((await runs.next()).value?.event).toBe('connected');
  addGrid(server.store, runId, 999);
  server.store.run.remove(server.runs.failed);
  expect((await grids.next()).value?.data).toMatchObject({ grids: [{ runId, step: 999 }] });
  const gone: number[] = [];
  while (!gone.includes(server.runs.failed)) gone.push(...((await runs.next()).value?.data.gone ?? []));
  await Promise.all([grids.return(), runs.return()]);
});

it('a cursor that is none is refused in the stream', async () => {
  const { text } = await ask(server.port, '/api/trpc/run.live?input=%7B%22lastEventId%22%3A%22x%22%7D');
  expect(text).toContain('event: serialized-error');
  expect(text).toContain('BAD_REQUEST');
});

it('an open stream does not keep the server from ending', async () => {
  const another = await startServer({ steps: 200 });
  const stream = subscribe(another.url, 'run.live', {});
  await stream.next();
  const began = performance.now();
  await another.stop();
  console.log(`ended ${(performance.now() - began).toFixed(0)} ms after SIGTERM`);
  expect((await stream.next()).value).toMatchObject({
    event: 'serialized-error',
    data: { data: { code: 'SERVICE_UNAVAILABLE' } },
  });
});
