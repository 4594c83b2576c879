import { RunId, RunName } from '@duality/shared';
import { tracked } from '@trpc/server';
import { z } from 'zod';
import { readChangedRuns } from '../changed-runs.ts';
import { cursorOf, LastEventId } from '../resume.ts';
import { runRequest } from '../run-request.ts';
import { RunGroupingInput, RunQueryInput, RunSearchInput } from '../run-search-input.ts';
import { procedure, router } from '../trpc.ts';
import { runManagement } from './run-management.ts';

const RunRef = z.object({ runId: RunId });

/** `at` is the step of the checkpoint to start from, the newest when absent; `config` holds what is to differ. */
const CloneInput = z.strictObject({
  runId: RunId,
  at: z.int().positive().optional(),
  config: z.record(z.string(), z.unknown()).default({}),
  name: RunName.optional(),
});

export const runRouter = router({
  /** Newest first, without the trash. */
  list: procedure.query(({ ctx: { store } }) =>
    store.read(() => ({ runs: store.run.listSummaries(), cursor: store.change.newest() })),
  ),
  /** A page of those that a filter finds; BAD_REQUEST with a `place` where the filter or a value cannot be read. */
  search: procedure
    .input(RunSearchInput)
    .query(({ ctx: { store }, input }) =>
      store.read(() => ({ ...store.run.search(input), cursor: store.change.newest() })),
    ),
  /** The same, summed up by what they have in common. */
  groups: procedure
    .input(RunGroupingInput)
    .query(({ ctx: { store }, input }) => store.read(() => store.run.listGroups(input))),
  /** Numbers of a page of the same, or of all. */
  ids: procedure.input(RunSearchInput).query(({ ctx: { store }, input }) => store.run.listIds(input)),
  /** What runs can be shown, sorted and filtered by. */
  fields: procedure
    .input(RunQueryInput)
    .query(({ ctx: { store }, input }) => store.read(() => store.run.listFields(input))),
  get: procedure
    .input(RunRef)
    .query(({ ctx: { store }, input }) =>
      store.read(() => ({ run: store.run.getSummary(input.runId), cursor: store.change.newest() })),
    ),
  /** A scheduler will claim it. */
  create: procedure.input(runRequest).mutation(({ ctx: { store }, input }) => store.manage.queue(input)),
  /** A new run from a checkpoint of another; a scheduler will claim it. */
  clone: procedure.input(CloneInput).mutation(({ ctx: { store }, input }) => store.manage.clone(input)),
  /** From which it can be cloned, the newest first. */
  checkpoints: procedure.input(RunRef).query(({ ctx: { store }, input: { runId } }) =>
    store.read(() => {
      store.run.get(runId);
      return { checkpoints: store.checkpoint.list(runId).map(({ step, bytes }) => ({ step, bytes })) };
    }),
  ),
  /** What the doctor says of it, in step order. */
  alerts: procedure.input(RunRef).query(({ ctx: { store }, input: { runId } }) =>
    store.read(() => {
      store.run.get(runId);
      return store.alert.list(runId);
    }),
  ),
  ...runManagement,
  log: procedure
    .input(RunRef.extend({ after: z.int().min(0).default(0) }))
    .query(({ ctx: { store }, input: { runId, after } }) => {
      store.run.get(runId);
      return store.log.list(runId, after);
    }),
  /** Runs that changed, at most four times a second. After `stale` there are none: the list must be read again. */
  live: procedure.input(z.object({ lastEventId: LastEventId }).optional()).subscription(async function* ({
    ctx: { store, live },
    input,
    signal,
  }) {
    for await (const delta of live.follow(cursorOf(input ?? {}), signal, 250)) {
      const { runs: changed, purged } = readChangedRuns(store, delta.changes);
      const runs = changed.filter((run) => run.removedAt === null);
      const gone = [...changed.filter((run) => run.removedAt !== null).map((run) => run.id), ...purged];
      yield tracked(String(delta.seq), { runs, gone, stale: delta.stale });
    }
  }),
});
