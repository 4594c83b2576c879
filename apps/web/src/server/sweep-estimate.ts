import { countTrials, type Dimension, findPreset, quoteText, type SweepRequest } from '@duality/shared';
import type { Store } from '@duality/shared/store';

/** How long a sweep may take, from what was measured in this store. */
export interface SweepEstimate {
  /** Null where nothing ends it. */
  trials: number | null;
  /** Null where no completed run is like its trials. */
  secondsPerTrial: { low: number; high: number } | null;
  /** The runs by whose mean time per step it was measured, and presets of which there are none. */
  basis: { runIds: number[]; unmeasured: string[] };
}

/** Runs of each preset that are looked at, the newest ones. */
const mostRuns = 100;

export function estimateSweep(store: Store, request: SweepRequest): SweepEstimate {
  const trials = countTrials(request);
  const presets = request.space.preset?.type === 'choice' ? request.space.preset.values.map(String) : [request.preset];
  const measured = presets.map((preset) => ({ preset, runs: measure(store, request, preset) }));
  const runs = measured.flatMap((one) => one.runs);
  const basis = {
    runIds: runs.map(({ id }) => id),
    unmeasured: measured.filter((one) => one.runs.length === 0).map(({ preset }) => preset),
  };
  const shortest = Math.min(...runs.map(({ low }) => low));
  const longest = Math.max(...runs.map(({ high }) => high));
  return {
    trials: Number.isFinite(trials) ? trials : null,
    secondsPerTrial: runs.length > 0 ? { low: shortest, high: longest } : null,
    basis,
  };
}

/** What trials of a preset would take, in seconds, at the speed of each completed run of it with such a batch. */
function measure(store: Store, request: SweepRequest, preset: string) {
  const [steps, batch] = [rangeOf(request, 'steps', preset), rangeOf(request, 'batchSize', preset)];
  const { runs } = store.run.search({
    filter: `preset == ${quoteText(preset)} and batchSize >= ${batch.low} and batchSize <= ${batch.high}`,
    statuses: ['completed'],
    values: ['mean(stepMs)'],
    limit: mostRuns,
  });
  return runs.flatMap(({ id, values: [stepMs] }) =>
    typeof stepMs === 'number' ? [{ id, low: (stepMs * steps.low) / 1000, high: (stepMs * steps.high) / 1000 }] : [],
  );
}

function rangeOf({ space, set }: SweepRequest, key: 'steps' | 'batchSize', preset: string) {
  const dimension = space[key];
  if (dimension) return edgesOf(dimension);
  const value = Number(set[key] ?? findPreset(preset)?.config[key]);
  return { low: value, high: value };
}

function edgesOf(dimension: Dimension) {
  if (dimension.type !== 'choice') return { low: dimension.low, high: dimension.high };
  const values = dimension.values.map(Number);
  return { low: Math.min(...values), high: Math.max(...values) };
}
