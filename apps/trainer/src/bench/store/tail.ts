import type { Row } from '../benchmark.ts';
import { median } from '../median.ts';
import { metricsAt } from './commits.ts';
import { atMost } from './rows.ts';
import { aRequest, metricNames, withStore } from './test-bed.ts';

const runs = 100;
const stepsBefore = 3000;
const reads = 60;

/** What a page with 500 curves asks several times a second: everything since its cursor, here a step of each run. */
export async function measureTail(): Promise<Row[]> {
  return withStore((store) => {
    const ids = Array.from({ length: runs }, () => store.run.queue(aRequest()).id);
    const history = Array.from({ length: stepsBefore }, (_, i) => ({ step: i + 1, values: metricsAt(i + 1) }));
    for (const id of ids) store.metric.appendMany(id, history);
    const times: number[] = [];
    for (let read = 1; read <= reads; read++) {
      const cursor = store.change.newest();
      for (const id of ids) store.metric.append(id, stepsBefore + read, metricsAt(stepsBefore + read));
      const started = performance.now();
      const count = store.metric.listSince(cursor, store.change.newest()).length;
      times.push(performance.now() - started);
      if (count !== runs * metricNames.length) throw new Error(`the tail had ${count} points`);
    }
    return [atMost('tail of 500 series since a cursor, ms median', median(times), 5)];
  });
}
