import type { RunSummary } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import type { Change } from './live.ts';

/** The runs that these changes are about, as they are now, each once; without those that are no more. */
export function readChangedRuns(store: Store, changes: readonly Change[]): RunSummary[] {
  const purged = new Set(changes.filter(({ kind }) => kind === 'purged').map(({ runId }) => runId));
  const changed = new Set(changes.map(({ runId }) => runId));
  return [...changed].filter((runId) => !purged.has(runId)).map((runId) => store.run.getSummary(runId));
}
