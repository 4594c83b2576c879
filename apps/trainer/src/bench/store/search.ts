import type { Row } from '../benchmark.ts';
import { quantile } from './quantile.ts';
import { atMost } from './rows.ts';
import { aRequest, curveAt, withStore } from './test-bed.ts';

const runs = 10_000;
const steps = 40;
const filter = 'lr > 1e-4 and system == "wgan-gp" and last(criticEstimate) < 2';

/** The runs table of somebody who has been at it for years. */
export async function measureSearch(say: (line: string) => void): Promise<Row[]> {
  return withStore((store) => {
    say(`search: writing ${runs} runs`);
    for (let run = 0; run < runs; run++) {
      const { id } = store.run.queue(aRequest({ seed: run, learningRate: 10 ** (-5 + (run % 30) / 10) }));
      const all = Array.from({ length: steps }, (_, i) => ({
        step: i + 1,
        values: { criticEstimate: curveAt(i + run, run) - run / 1000, criticLoss: curveAt(i, run) },
      }));
      store.metric.appendMany(id, all);
    }
    const times = Array.from({ length: 60 }, () => {
      const started = performance.now();
      store.run.search({
        filter,
        sort: [
          { by: 'batchSize', direction: 'ascending' },
          { by: 'last(criticEstimate)', direction: 'descending' },
        ],
        limit: 100,
        offset: 0,
      });
      return performance.now() - started;
    });
    return [atMost('filter and sort of 10,000 runs, ms p95', quantile(times, 0.95), 50)];
  });
}
