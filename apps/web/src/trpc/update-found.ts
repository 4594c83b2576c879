import type { RunSummary } from '@duality/shared';

/** What `run.search` answers, as far as live changes touch it. */
export interface Found {
  runs: RunSummary[];
  cursor: number;
}

/**
 * The found runs with those that changed as they are now, and without those that are gone. Which others the search
 * finds now, in what order and with what values, only the server can say.
 */
export function updateFound<T extends Found>(
  found: T,
  changed: readonly RunSummary[],
  gone: readonly number[] = [],
): T {
  const byId = new Map(changed.map((run) => [run.id, run]));
  const left = new Set(gone);
  const runs = found.runs
    .map((run) => (byId.has(run.id) ? { ...run, ...byId.get(run.id) } : run))
    .filter((run) => run.removedAt === null && !left.has(run.id));
  return { ...found, runs };
}
