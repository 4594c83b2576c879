import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

/** Runs that the answer to an undo describes; a page asks for the others again. */
const toldAtMost = 200;

const EntryId = z.int().positive();

export const auditRouter = router({
  /** Newest first, those before the entry `before`; `runs` says how those that are still there are called. */
  list: procedure
    .input(z.object({ before: EntryId.optional(), limit: z.int().min(1).max(1000).default(50) }))
    .query(({ ctx: { store }, input: { before, limit } }) =>
      store.read(() => {
        const entries = store.audit.list(limit, before);
        const ids = new Set(entries.flatMap(({ runIds }) => runIds.slice(0, 20)));
        const runs = [...ids].flatMap((id) => store.run.find(id) ?? []).map(({ id, name }) => ({ id, name }));
        return { entries, runs };
      }),
    ),
  /** Takes a change back, all of it or nothing; CONFLICT with what has changed since. */
  undo: procedure.input(z.object({ id: EntryId })).mutation(({ ctx: { store }, input: { id } }) => {
    const entry = store.audit.undo(id);
    return { entry, runs: entry.runIds.slice(0, toldAtMost).flatMap((runId) => store.run.findSummary(runId) ?? []) };
  }),
});
