import { RunId } from '@duality/shared';
import { tracked } from '@trpc/server';
import { z } from 'zod';
import { cursorOf, LastEventId } from '../resume.ts';
import { procedure, router } from '../trpc.ts';

const GridsOf = z
  .object({ runId: RunId.optional(), runIds: z.array(RunId).max(100).optional() })
  .refine(({ runId, runIds }) => (runId === undefined) !== (runIds === undefined), 'give runId or runIds');

export const sampleGridRouter = router({
  /** In step order; of `runIds` one run after the other, without those that are not there. */
  list: procedure.input(GridsOf).query(({ ctx: { store }, input: { runId, runIds } }) =>
    store.read(() => {
      if (runId !== undefined) store.run.get(runId);
      const grids = runId === undefined ? store.sampleGrid.listOfRuns(runIds ?? []) : store.sampleGrid.list(runId);
      return { cursor: store.change.newest(), grids };
    }),
  ),
  /** New grids of these runs; after `stale` there are none, and the lists must be read again. */
  live: procedure
    .input(z.object({ runIds: z.array(RunId).min(1).max(100), lastEventId: LastEventId }))
    .subscription(async function* ({ ctx: { store, live }, input, signal }) {
      const wanted = new Set(input.runIds);
      for await (const { seq, changes, stale } of live.follow(cursorOf(input), signal)) {
        const grids = changes
          .filter((change) => change.kind === 'grid' && wanted.has(change.runId))
          .flatMap((change) => store.sampleGrid.find(change.runId, change.lastStep) ?? []);
        if (grids.length > 0 || stale) yield tracked(String(seq), { grids, stale });
      }
    }),
});
