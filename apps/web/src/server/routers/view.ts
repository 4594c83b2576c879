import { ViewName, ViewPage, ViewQuery } from '@duality/shared';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

const Named = z.strictObject({ page: ViewPage, name: ViewName });

/** Named addresses. Each change answers with the entry by which `audit.undo` takes it back; null when there is none. */
export const viewRouter = router({
  list: procedure
    .input(z.strictObject({ page: ViewPage }))
    .query(({ ctx: { store }, input: { page } }) => store.savedView.list(page)),
  /** Under a new name, or anew under one that is there. */
  save: procedure
    .input(Named.extend({ query: ViewQuery }))
    .mutation(({ ctx: { store }, input: { page, name, query } }) => ({
      auditId: store.savedView.save(page, name, query),
    })),
  rename: procedure
    .input(Named.extend({ to: ViewName }))
    .mutation(({ ctx: { store }, input: { page, name, to } }) => ({ auditId: store.savedView.rename(page, name, to) })),
  remove: procedure
    .input(Named)
    .mutation(({ ctx: { store }, input: { page, name } }) => ({ auditId: store.savedView.remove(page, name) })),
});
