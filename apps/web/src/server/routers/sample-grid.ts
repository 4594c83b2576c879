import { RunId } from '@duality/shared';
import { tracked } from '@trpc/server';
import { z } from 'zod';
import { cursorOf, LastEventId } from '../resume.ts';
import { procedure, router } from '../trpc.ts';

export const sampleGridRouter = router({
  /** In step order. */
  list: procedure.input(z.object({ runId: RunId })).query(({ ctx: { store }, input: { runId } }) =>
    store.read(() => {
      store.run.get(runId);
      return { cursor: store.change.newest(), grids: store.sampleGrid.list(runId) };
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
