import { NewPin, PinNote, RunId } from '@duality/shared';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

const PinId = z.int().positive();

/** Each change tells the entry by which `audit.undo` takes it back. */
export const pinRouter = router({
  list: procedure
    .input(z.object({ runIds: z.array(RunId).max(500) }))
    .query(({ ctx: { store }, input: { runIds } }) => store.pin.list(runIds)),
  add: procedure.input(NewPin).mutation(({ ctx: { store }, input }) => {
    const { pin, entry } = store.pin.add(input);
    return { ...pin, auditId: entry };
  }),
  note: procedure
    .input(z.object({ id: PinId, note: PinNote }))
    .mutation(({ ctx: { store }, input: { id, note } }) => ({ auditId: store.pin.note(id, note) })),
  remove: procedure
    .input(z.object({ id: PinId }))
    .mutation(({ ctx: { store }, input: { id } }) => ({ auditId: store.pin.remove(id) })),
});
