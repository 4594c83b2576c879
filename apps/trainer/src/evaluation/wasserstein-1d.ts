import { normalisedWeights } from './weights.ts';

/**
 * Wasserstein-1 distance of two weighted samples on a line, ∫ |F − G| over their distribution functions (Vallender,
 * "Calculation of the Wasserstein distance between probability distributions on the line", 1974). Sizes may differ,
 * weights need not sum to 1; NaN when a value is not finite.
 */
export function wasserstein1d(
  u: ArrayLike<number>,
  v: ArrayLike<number>,
  uWeights?: ArrayLike<number>,
  vWeights?: ArrayLike<number>,
): number {
  const jumps = [...jumpsOf(u, uWeights, 1), ...jumpsOf(v, vWeights, -1)].sort((a, b) => a.at - b.at);
  if (jumps.some(({ at }) => !Number.isFinite(at))) return Number.NaN;
  let distance = 0;
  let difference = 0; // F − G between one jump and the next
  for (const [i, { at, mass }] of jumps.entries()) {
    difference += mass;
    distance += Math.abs(difference) * ((jumps[i + 1]?.at ?? at) - at);
  }
  return distance;
}

function jumpsOf(values: ArrayLike<number>, weights: ArrayLike<number> | undefined, sign: number) {
  return Array.from(normalisedWeights(values.length, weights), (share, i) => ({
    at: values[i] as number,
    mass: sign * share,
  }));
}
