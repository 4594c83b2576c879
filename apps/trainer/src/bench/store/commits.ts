import type { Row } from '../benchmark.ts';
import { median } from '../median.ts';
import { atLeast, atMost } from './rows.ts';
import type { Tensorboard } from './tensorboard.ts';
import { aRequest, bytesOf, curveAt, metricNames, seconds, withStore } from './test-bed.ts';

const steps = 20_000;

/** One trainer that commits each step, and what a point then takes on disk. TensorBoard's writer flushes each step. */
export async function measureCommits(rounds: number, tensorboard: Tensorboard | undefined): Promise<Row[]> {
  const ours: number[] = [];
  const theirs: number[] = [];
  const bytes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await withStore((store, file) => {
      const { id } = store.run.queue(aRequest());
      const started = performance.now();
      for (let step = 1; step <= steps; step++) store.metric.append(id, step, metricsAt(step));
      ours.push(steps / seconds(started));
      store.close();
      bytes.push(bytesOf(file) / (steps * metricNames.length));
    });
    if (tensorboard) theirs.push(steps / (await tensorboard.writeFlushed(steps, metricNames)));
  }
  const compared = theirs.length > 0 ? median(theirs) : null;
  return [
    atLeast('durable commits of a step × 5 metrics, per second', median(ours), 10_000, compared),
    atMost('bytes per point on disk, pyramid and times included', median(bytes), 40),
  ];
}

export const metricsAt = (step: number) =>
  Object.fromEntries(metricNames.map((name, series) => [name, curveAt(step, series)]));
