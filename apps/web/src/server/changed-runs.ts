import type { RunSummary } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import type { Change } from './live.ts';

/** The runs that these changes are about, as they are now, each once. */
export function readChangedRuns(store: Store, changes: readonly Change[]): RunSummary[] {
  return [...new Set(changes.map((change) => change.runId))].map((runId) => store.run.getSummary(runId));
}
