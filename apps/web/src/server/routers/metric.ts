import { RunId, xAxes } from '@duality/shared';
import { tracked } from '@trpc/server';
import { z } from 'zod';
import { readChangedRuns } from '../changed-runs.ts';
import type { Change } from '../live.ts';
import { cursorOf, LastEventId } from '../resume.ts';
import { procedure, router } from '../trpc.ts';
import { sparkline } from './metric-sparkline.ts';

const Step = z.int().min(0);
const Width = z.int().min(1).max(10_000);
const Window = z.object({ from: Step.optional(), to: Step.optional(), width: Width });
const RunIds = z.array(RunId).min(1).max(500);
const MetricName = z.string().min(1).max(100);
/** In units of the axis, which need not be whole. */
const Comparison = z.object({
  runIds: RunIds,
  name: MetricName,
  axis: z.enum(xAxes).default('step'),
  from: z.number().optional(),
  to: z.number().optional(),
  width: Width,
});

export const metricRouter = router({
  /** Every metric of a run over a window of steps, for a chart `width` pixels wide. */
  series: procedure.input(Window.extend({ runId: RunId })).query(({ ctx: { store }, input: { runId, ...window } }) =>
    store.read(() => {
      store.run.get(runId);
      return { cursor: store.change.newest(), series: store.series.list(runId, window) };
    }),
  ),
  /** One metric of several runs, each its own curve, over steps, epochs or time; runs that lack it are left out. */
  compare: procedure
    .input(Comparison)
    .query(({ ctx: { store }, input: { runIds, ...comparison } }) =>
      store.read(() => ({ cursor: store.change.newest(), curves: store.series.compare(runIds, comparison) })),
    ),
  /** The metrics that any of these runs has, in the order in which pages show them. */
  names: procedure
    .input(z.object({ runIds: RunIds }))
    .query(({ ctx: { store }, input }) => store.read(() => ({ names: store.series.names(input.runIds) }))),
  /** One metric over several runs: their mean, how they spread and the extremes of all, bucket by bucket. */
  group: procedure
    .input(Window.extend({ runIds: RunIds, name: MetricName }))
    .query(({ ctx: { store }, input: { runIds, name, ...window } }) =>
      store.read(() => {
        for (const runId of runIds) store.run.get(runId);
        return { cursor: store.change.newest(), group: store.series.group(runIds, name, window) };
      }),
    ),
  sparkline,
  /**
   * New points of these runs, with the runs as they are then and the newest log line of each. After `stale` there are
   * no points: the series must be read again. A point may come twice (a resumed run repeats steps); the later one holds.
   */
  live: procedure.input(z.object({ runIds: RunIds, lastEventId: LastEventId })).subscription(async function* ({
    ctx: { store, live },
    input,
    signal,
  }) {
    const wanted = new Set(input.runIds);
    for await (const { seq, changes, points, stale } of live.follow(cursorOf(input), signal)) {
      const ofRuns = changes.filter((change) => wanted.has(change.runId));
      if (ofRuns.length === 0 && !stale) continue;
      const { runs, purged } = readChangedRuns(store, stale ? input.runIds.map((runId) => ({ runId })) : ofRuns);
      yield tracked(String(seq), {
        points: points.filter((point) => wanted.has(point.runId)),
        runs,
        /** Of these runs, those that were deleted for good. */
        purged,
        /** Of these runs, those of which more changed than points, grids and log. */
        altered: [...new Set(ofRuns.filter(({ kind }) => kind === 'run').map(({ runId }) => runId))],
        logSeq: newestLogLines(ofRuns),
        stale,
      });
    }
  }),
});

/** For each run with new log lines, the seq of the newest. */
function newestLogLines(changes: readonly Change[]): Record<number, number> {
  const lines = changes.filter((change) => change.kind === 'log');
  return Object.fromEntries(lines.map((change) => [change.runId, change.lastStep]));
}
