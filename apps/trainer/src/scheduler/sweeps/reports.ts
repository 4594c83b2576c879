import type { RunId } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import type { Report } from '../early-stopping/trial-curve.ts';

const known = new WeakMap<Store, Map<string, Report[]>>();

/** All that a run reported of a metric, in step order; only what is new is read. */
export function reportsOf(store: Store, runId: RunId, metric: string): readonly Report[] {
  const all = known.get(store) ?? new Map<string, Report[]>();
  known.set(store, all);
  const key = `${runId} ${metric}`;
  const reports = all.get(key) ?? [];
  all.set(key, reports);
  reports.push(...store.sweep.objective.listReports(runId, metric, reports.at(-1)?.step));
  return reports;
}
