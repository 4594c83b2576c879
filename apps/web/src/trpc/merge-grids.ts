import type { SampleGrid } from '@duality/shared';

/** In the order of runs and steps; a resumed run replaces the grids of the steps that it repeats. */
export function mergeGrids(old: readonly SampleGrid[], added: readonly SampleGrid[]): SampleGrid[] {
  const byPlace = new Map([...old, ...added].map((grid) => [`${grid.runId} ${grid.step}`, grid]));
  return [...byPlace.values()].sort((a, b) => a.runId - b.runId || a.step - b.step);
}
