import type { RunSummary } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import type { Change } from './live.ts';

/** What became of the runs that changes are about. */
interface ChangedRuns {
  /** As they are now, each once; those in the trash too. */
  runs: RunSummary[];
  /** Ids of those that are no more. */
  purged: number[];
}

/** Asks for each run now: it may be gone since the changes were read. */
export function readChangedRuns(store: Store, changes: readonly Pick<Change, 'runId'>[]): ChangedRuns {
  const ids = [...new Set(changes.map(({ runId }) => runId))];
  const runs = ids.flatMap((id) => store.run.findSummary(id) ?? []);
  const found = new Set(runs.map(({ id }) => id));
  return { runs, purged: ids.filter((id) => !found.has(id)) };
}
