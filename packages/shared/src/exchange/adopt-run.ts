import type { RunId } from '../domain/run.ts';
import type { Store } from '../store/index.ts';
import type { Order } from './order.ts';

/** What an order does not say of a run of which nothing has been taken in yet. */
export const atRest = {
  ...{ status: 'stopped' as const, reason: null, startedAt: null, endedAt: null, archivedAt: null, removedAt: null },
  ...{ parentStep: null, lastStep: 0 },
};

/** The run of an order, made where it is new; it is at rest until its worker says more. */
export function adoptRun(store: Store, { version, parent, place, ...run }: Order): { runId: RunId; isNew: boolean } {
  return store.write(() => {
    const known = store.arrival.findRun(run.uid);
    if (known !== undefined) return { runId: known, isNew: false };
    const runId = store.arrival.addRun({ ...atRest, ...run }) as RunId;
    // A cluster's job that another hub submitted is none of this one's.
    store.job.setPlace(runId, place.kind === 'offline' ? place : { kind: 'offline', host: 'a Slurm cluster' });
    return { runId, isNew: true };
  });
}
