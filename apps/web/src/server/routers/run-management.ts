import { BulkChange, ExperimentName, Notes, RunId, RunName, type RunSummary, Tag } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import { z } from 'zod';
import { RunRefs } from '../run-refs.ts';
import { procedure } from '../trpc.ts';

/** The first run as it is now, all of them, and the entry by which `audit.undo` takes the change back. */
interface Changed extends RunSummary {
  runs: RunSummary[];
  /** Null when there is nothing to undo. */
  auditId: number | null;
}

function show(store: Store, ids: readonly number[], auditId: number | null): Changed {
  const runs = ids.map((id) => store.run.getSummary(id));
  return { ...(runs[0] as RunSummary), runs, auditId };
}

/** A verb for one run or many that needs nothing else. */
const verb = (act: (store: Store, ids: number[]) => number | null) =>
  procedure.input(RunRefs).mutation(({ ctx: { store }, input: { ids } }) => show(store, ids, act(store, ids)));

const WithTag = z.intersection(RunRefs, z.object({ tag: Tag }));

/** What people do to runs that are there; part of the router `run`. */
export const runManagement = {
  stop: verb((store, ids) => store.manage.stop(ids)),
  resume: verb((store, ids) => store.manage.resume(ids)),
  archive: verb((store, ids) => store.manage.archive(ids)),
  unarchive: verb((store, ids) => store.manage.unarchive(ids)),
  /** Into the trash, for 30 days. */
  remove: verb((store, ids) => store.manage.remove(ids)),
  restore: verb((store, ids) => store.manage.restore(ids)),
  rename: procedure
    .input(z.object({ runId: RunId, name: RunName }))
    .mutation(({ ctx: { store }, input: { runId, name } }) => show(store, [runId], store.manage.rename(runId, name))),
  note: procedure
    .input(z.object({ runId: RunId, notes: Notes }))
    .mutation(({ ctx: { store }, input: { runId, notes } }) => show(store, [runId], store.manage.note(runId, notes))),
  tag: procedure
    .input(WithTag)
    .mutation(({ ctx: { store }, input: { ids, tag } }) => show(store, ids, store.manage.tag(ids, tag))),
  untag: procedure
    .input(WithTag)
    .mutation(({ ctx: { store }, input: { ids, tag } }) => show(store, ids, store.manage.untag(ids, tag))),
  /** To an experiment, which is made where there is none of that name. */
  move: procedure
    .input(z.intersection(RunRefs, z.object({ experiment: ExperimentName })))
    .mutation(({ ctx: { store }, input: { ids, experiment } }) => show(store, ids, store.manage.move(ids, experiment))),
  /** One change of many runs, made of those that it can be made of; says of how many it was not, and why. */
  changeMany: procedure.input(BulkChange).mutation(({ ctx: { store }, input }) => store.bulk.changeMany(input)),
  /** Tags in use, the most used first. */
  tags: procedure.query(({ ctx: { store } }) => store.manage.listTags()),
  /** What is in the trash, the last removed first. */
  trash: procedure.query(({ ctx: { store } }) => store.trash.list()),
  /** Deletes runs in the trash for good, one after the other; answers when all are gone. */
  purge: procedure.input(RunRefs).mutation(async ({ ctx: { store }, input: { ids } }) => {
    const freed = [];
    // Clones before their parents, whose checkpoints they may need as long as they are there.
    for (const id of ids.sort((a, b) => b - a)) freed.push(await store.trash.purge(id));
    return { freed };
  }),
};
