import type { SlurmPlace } from '@duality/shared';
import type { RunElsewhere, Store } from '@duality/shared/store';

/** Runs that are submitted together. */
export interface Arrays {
  runs: RunElsewhere['run'][];
  place: SlurmPlace;
  /** As many may run at once; no limit when undefined. */
  atOnce: number | undefined;
}

/** As many as every Slurm takes in one array, unless its administrators have lowered MaxArraySize. */
const mostTasks = 1000;

/** One array for all the waiting trials of a sweep, and one of its own for every single run. */
export function groupArrays(store: Store, active: readonly RunElsewhere[]): Arrays[] {
  const waiting = active.filter(({ run, isPaused, stopRequestedAt }) => {
    return (
      run.status === 'queued' && run.job === null && !isPaused && stopRequestedAt === null && run.removedAt === null
    );
  });
  const groups = Map.groupBy(waiting, ({ run, sweepId }) =>
    sweepId === null ? `run ${run.id}` : `sweep ${sweepId} ${JSON.stringify(run.place)}`,
  );
  return [...groups.values()].map((group) => {
    const { sweepId, run } = group[0] as RunElsewhere;
    const atOnce = sweepId === null ? undefined : store.sweep.get(sweepId).request.concurrency;
    return { runs: group.slice(0, mostTasks).map((one) => one.run), place: run.place, atOnce };
  });
}
