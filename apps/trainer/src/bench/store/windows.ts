import type { Row } from '../benchmark.ts';
import { quantile } from './quantile.ts';
import { atMost } from './rows.ts';
import { aRequest, curveAt, withStore } from './test-bed.ts';

const points = 10_000_000;
const stepsPerBatch = 50_000;
const width = 1000;
const windows = 400;

/** Windows of all sizes and places over one very long series. */
export async function measureWindows(say: (line: string) => void): Promise<Row[]> {
  return withStore((store) => {
    const { id } = store.run.queue(aRequest());
    say(`windows: writing ${points} points`);
    for (let first = 1; first <= points; first += stepsPerBatch) {
      const steps = Array.from({ length: stepsPerBatch }, (_, i) => ({
        step: first + i,
        values: { criticEstimate: curveAt(first + i, 0) },
      }));
      store.metric.appendMany(id, steps);
    }
    say(`windows: reading ${windows}`);
    const times = Array.from({ length: windows }, (_, i) => {
      // From the whole series to some hundred steps, in places spread by the golden ratio.
      const span = Math.floor(points / 10 ** ((5 * i) / windows));
      const from = Math.floor(((i * 0.618034) % 1) * (points - span));
      const started = performance.now();
      store.series.list(id, { from, to: from + span - 1, width });
      return performance.now() - started;
    });
    return [atMost('any window of 10 M points at 1,000 px, ms p95', quantile(times, 0.95), 10)];
  });
}
