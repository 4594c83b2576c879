import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendSteps } from '../fixtures/seed-store.ts';
import { query } from '../http/ask.ts';
import { subscribe } from '../http/event-stream.ts';
import { startServer, type TestServer } from '../http/server.ts';
import { listProcesses } from '../process/lab.ts';
import { count } from './count.ts';
import { reconnects } from './extent.ts';
import { memoryOf, secondsUntil } from './lab.ts';

const growthAtMost = 100_000_000;

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ steps: 200 });
});
afterAll(() => server.stop());

interface MetricDelta {
  points: { name: string; step: number }[];
}

const webPid = () => listProcesses(`serve.js -H 127.0.0.1 -p ${server.port}`)[0] as number;

function countSockets(pid: number): number {
  if (!existsSync(`/proc/${pid}/fd`)) return 0;
  return readdirSync(`/proc/${pid}/fd`).filter((fd) => isSocket(`/proc/${pid}/fd/${fd}`)).length;
}

function isSocket(link: string): boolean {
  try {
    return readlinkSync(link).startsWith('socket:');
  } catch {
    return false; // closed meanwhile
  }
}

/** Listens from that event on until a delta comes, and is then cut off in mid-stream; the delta's id and its steps. */
async function hearOnce(lastEventId: string): Promise<{ id: string; steps: number[] }> {
  const input = { runIds: [server.runs.running], lastEventId: '0' };
  // The header is what an EventSource sends when it comes back: it holds against the id in the address.
  for await (const event of subscribe<MetricDelta>(server.url, 'metric.live', input, {
    'last-event-id': lastEventId,
  })) {
    if (event.event !== 'message') continue;
    const steps = event.data.points.filter(({ name }) => name === 'criticEstimate').map(({ step }) => step);
    if (event.id && steps.length > 0) return { id: event.id, steps };
  }
  throw new Error('the stream ended by itself');
}

test(`${reconnects} reconnects of a live page bring every step exactly once, and leave neither memory nor a connection`, {
  timeout: 60_000 + reconnects * 2000,
}, async () => {
  const { cursor } = await query<{ cursor: number }>(server.port, 'run.get', { runId: server.runs.running });
  const first = server.store.run.get(server.runs.running).lastStep + 1;
  const pid = webPid();
  const sockets = countSockets(pid);
  const seen: number[] = [];
  let [lastEventId, settled] = [String(cursor), 0];
  for (let i = 0; i < reconnects; i++) {
    // What a trainer commits while nobody listens, and while somebody does.
    appendSteps(server.store, server.runs.running, i % 3);
    const heard = hearOnce(lastEventId);
    appendSteps(server.store, server.runs.running, 1);
    const { id, steps } = await heard;
    seen.push(...steps);
    lastEventId = id;
    if (i === Math.floor(reconnects / 2)) settled = memoryOf(pid);
  }
  const last = server.store.run.get(server.runs.running).lastStep;
  while ((seen.at(-1) ?? 0) < last) {
    const { id, steps } = await hearOnce(lastEventId);
    seen.push(...steps);
    lastEventId = id;
  }
  const lost = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((step) => !seen.includes(step));
  count({ kind: 'live stream cut', injected: reconnects, acknowledged: last - first + 1, lost: lost.length });
  expect(lost).toEqual([]);
  expect(seen).toHaveLength(last - first + 1);
  await secondsUntil('the end of all streams', () => countSockets(pid) <= sockets + 2);
  expect(memoryOf(pid) - settled).toBeLessThan(growthAtMost);
});
