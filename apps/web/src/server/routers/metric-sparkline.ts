import { leadMetric, RunId, type Series } from '@duality/shared';
import { z } from 'zod';
import { procedure } from '../trpc.ts';

/** Digits that a curve of a few dozen pixels can show. */
const digits = 5;

/** One curve in little for each of these runs: that of `name`, or of the metric that leads it. */
export const sparkline = procedure
  .input(
    z.object({
      runIds: z.array(RunId).min(1).max(100),
      name: z.string().min(1).max(100).optional(),
      width: z.int().min(1).max(100),
    }),
  )
  .query(({ ctx: { store }, input: { runIds, name, width } }) =>
    store.read(() =>
      runIds.flatMap((runId) => {
        const run = store.run.find(runId);
        const series = run && store.series.find(runId, name ?? leadMetric(run.config), { width });
        return series ? [{ runId, curve: toCurve(series) }] : [];
      }),
    ),
  );

function toCurve({ name, steps, values, lows, highs, nonFinite }: Series) {
  const short = (list: (number | null)[]) => list.map((value) => value && Number(value.toPrecision(digits)));
  return { name, steps, values: short(values), lows: short(lows), highs: short(highs), nonFinite: nonFinite.length };
}
