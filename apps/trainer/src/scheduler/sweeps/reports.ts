import type { Trial } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import type { Report } from '../early-stopping/trial-curve.ts';

interface Known {
  reports: Report[];
  /** Nothing more will come. */
  isWhole: boolean;
}

const known = new WeakMap<Store, Map<string, Known>>();

/** All that a trial reported of a metric, in step order; only what is new is read, and nothing of a trial that is over. */
export function reportsOf(store: Store, { runId, isSettled }: Trial, metric: string): readonly Report[] {
  if (runId === null) return [];
  const all = known.get(store) ?? new Map<string, Known>();
  known.set(store, all);
  const key = `${runId} ${metric}`;
  const one = all.get(key) ?? { reports: [], isWhole: false };
  all.set(key, one);
  if (one.isWhole && isSettled) return one.reports;
  one.reports.push(...store.sweep.objective.listReports(runId, metric, one.reports.at(-1)?.step));
  one.isWhole = isSettled;
  return one.reports;
}
