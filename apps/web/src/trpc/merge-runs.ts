import type { RunSummary } from '@duality/shared';

/** The list with changed runs in their places, new ones on top and those that are gone left out. */
export function mergeRuns(list: RunSummary[], changed: RunSummary[], gone: readonly number[] = []): RunSummary[] {
  if (changed.length === 0 && gone.length === 0) return list;
  const byId = new Map(list.map((run) => [run.id, run]));
  for (const run of changed) {
    if (run.removedAt === null) byId.set(run.id, run);
    else byId.delete(run.id);
  }
  for (const id of gone) byId.delete(id);
  return [...byId.values()].sort((a, b) => b.id - a.id);
}
