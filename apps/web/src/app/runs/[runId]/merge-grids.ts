import type { SampleGrid } from '@duality/shared';

/** In step order; a resumed run replaces the grids of the steps that it repeats. */
export function mergeGrids(old: readonly SampleGrid[], added: readonly SampleGrid[]): SampleGrid[] {
  const byStep = new Map([...old, ...added].map((grid) => [grid.step, grid]));
  return [...byStep.values()].sort((a, b) => a.step - b.step);
}
