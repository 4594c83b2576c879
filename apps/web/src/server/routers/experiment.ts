import { ExperimentName, Notes } from '@duality/shared';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

const Named = z.object({ name: ExperimentName });

/** Each change answers with the entry by which `audit.undo` takes it back; null when there is nothing to undo. */
export const experimentRouter = router({
  /** The latest activity first. */
  list: procedure.query(({ ctx: { store } }) => store.experiment.list()),
  create: procedure
    .input(Named)
    .mutation(({ ctx: { store }, input: { name } }) => ({ auditId: store.experiment.create(name) })),
  rename: procedure
    .input(Named.extend({ to: ExperimentName }))
    .mutation(({ ctx: { store }, input: { name, to } }) => ({ auditId: store.experiment.rename(name, to) })),
  note: procedure
    .input(Named.extend({ notes: Notes }))
    .mutation(({ ctx: { store }, input: { name, notes } }) => ({ auditId: store.experiment.note(name, notes) })),
  /** An empty one only. */
  remove: procedure
    .input(Named)
    .mutation(({ ctx: { store }, input: { name } }) => ({ auditId: store.experiment.remove(name) })),
});
