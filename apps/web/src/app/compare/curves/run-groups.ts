import type { RunSummary } from '@duality/shared';

export interface RunGroup {
  /** What its runs have in common. */
  name: string;
  runs: RunSummary[];
}

/** The runs parted by a value of their config, in its order; `all` makes one group of them. */
export function groupRuns(runs: readonly RunSummary[], by: string): RunGroup[] {
  if (by === 'all') return [{ name: 'all', runs: [...runs] }];
  const groups = new Map<string, RunSummary[]>();
  for (const run of runs) {
    const value = String((run.config as Record<string, unknown>)[by] ?? 'none');
    groups.set(value, [...(groups.get(value) ?? []), run]);
  }
  return [...groups]
    .sort(([a], [b]) => Number(a) - Number(b) || a.localeCompare(b))
    .map(([value, members]) => ({ name: `${by} ${value}`, runs: members }));
}

/** Keys of the config by which these runs can be parted into more than one group and fewer than there are runs. */
export function groupingKeys(runs: readonly RunSummary[]): string[] {
  const keys = new Set(runs.flatMap(({ config }) => Object.keys(config)));
  return [...keys].filter((key) => {
    const { length } = groupRuns(runs, key);
    return length > 1 && length < runs.length;
  });
}
