import type { MetricPoint } from '@duality/shared';
import { subscribe } from '../../http/event-stream.ts';
import { sentAt } from './steps.ts';

export interface Heard {
  /** How often each step came. */
  times: Map<number, number>;
  /** From commit to arrival, one a step. */
  delaysMs: number[];
  /** How often the server said to read everything again. */
  stale: number;
}

interface Delta {
  points: MetricPoint[];
  stale: boolean;
  runs: { lastStep: number }[];
}

/** Follows a run until the step `last` has come, or the server says that it has gone by. */
export async function listen(url: string, runId: number, lastEventId: string, last: number): Promise<Heard> {
  const heard: Heard = { times: new Map(), delaysMs: [], stale: 0 };
  for await (const { event, data } of subscribe<Delta>(url, 'metric.live', { runIds: [runId], lastEventId })) {
    if (event === 'serialized-error') throw new Error(`the stream broke: ${JSON.stringify(data)}`);
    if (event !== 'message') continue;
    if (data.stale) heard.stale += 1;
    const now = Date.now();
    for (const { name, step, value } of data.points) {
      if (name !== sentAt) continue;
      heard.times.set(step, (heard.times.get(step) ?? 0) + 1);
      heard.delaysMs.push(now - (value ?? now));
    }
    if (heard.times.has(last) || (data.stale && data.runs.some(({ lastStep }) => lastStep >= last))) break;
  }
  return heard;
}
