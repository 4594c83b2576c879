import type { Observation, Trial } from '@duality/shared';

/** Points in the order in which they were proposed, with the mean over those of their seeds that came to a value. */
export function observe(trials: readonly Trial[]): Observation[] {
  const points = Map.groupBy(trials, ({ point }) => point);
  return [...points.keys()].sort((a, b) => a - b).map((point) => observePoint(points.get(point) ?? []));
}

function observePoint(trials: readonly Trial[]): Observation {
  const { params } = trials[0] as Trial;
  const values = trials.map(({ objective }) => objective).filter((value) => value !== null);
  const value = values.length > 0 ? values.reduce((sum, one) => sum + one, 0) / values.length : null;
  const isOpen = trials.some(({ isSettled }) => !isSettled);
  if (isOpen) return { params, value: null, state: 'running' };
  if (value === null) return { params, value, state: 'failed' };
  if (!trials.some(({ state }) => state === 'pruned')) return { params, value, state: 'completed' };
  return { params, value, state: 'pruned', lastStep: Math.max(...trials.map(({ lastStep }) => lastStep)) };
}
