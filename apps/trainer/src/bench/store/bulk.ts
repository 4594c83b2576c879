import type { Row } from '../benchmark.ts';
import { median } from '../median.ts';
import { metricsAt } from './commits.ts';
import { atLeast } from './rows.ts';
import { aRequest, metricNames, seconds, withStore } from './test-bed.ts';

const batches = 20;
const stepsPerBatch = 10_000;

/** An import: many steps a transaction. The numbers are made beforehand. */
export async function measureBulk(rounds: number): Promise<Row[]> {
  const rates: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await withStore((store) => {
      const { id } = store.run.queue(aRequest());
      let spent = 0;
      for (let batch = 0; batch < batches; batch++) {
        const steps = Array.from({ length: stepsPerBatch }, (_, i) => {
          const step = batch * stepsPerBatch + i + 1;
          return { step, values: metricsAt(step) };
        });
        const started = performance.now();
        store.metric.appendMany(id, steps);
        spent += seconds(started);
      }
      rates.push((batches * stepsPerBatch * metricNames.length) / spent);
    });
  }
  return [atLeast('bulk import, points per second', median(rates), 400_000)];
}
