import { isPointSet, type RunSummary, type SampleGrid } from '@duality/shared';
import { fieldTitle, valueTitle } from '#components/config-fields.ts';
import { noiseKey } from './describe-noise.ts';
import { configValue, type VaryingKey } from './varying.ts';

/** A run as the samples show it. */
export interface SampledRun {
  run: RunSummary;
  /** In step order. */
  grids: SampleGrid[];
  isPlot: boolean;
  /** The same where tiles compare. */
  noise: string;
  /** What tells it from the others that are shown, a few words each. */
  differences: string[];
}

/** The shown runs with their grids, in the order of the runs. */
export function gatherRuns(
  runs: readonly RunSummary[],
  grids: readonly SampleGrid[],
  varying: readonly VaryingKey[],
): SampledRun[] {
  const byRun = Map.groupBy(grids, ({ runId }) => runId);
  return runs.map((run) => ({
    run,
    grids: byRun.get(run.id) ?? [],
    isPlot: isPointSet(run.config.dataset),
    noise: noiseKey(run),
    differences: varying
      .filter(({ key }) => key !== 'seed' && configValue(run, key) !== undefined)
      .map(({ key }) => `${fieldTitle(key)} ${valueTitle(key, configValue(run, key))}`),
  }));
}
