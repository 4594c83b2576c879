/**
 * Shares of `count` points that sum to 1; equal ones without `weights`. Throws a RangeError unless there is one
 * finite weight ≥ 0 a point and a positive sum.
 */
export function normalisedWeights(count: number, weights?: ArrayLike<number>): Float64Array {
  if (count === 0) throw new RangeError('a set of points is empty');
  if (!weights) return new Float64Array(count).fill(1 / count);
  const shares = Float64Array.from(weights);
  if (shares.length !== count) throw new RangeError(`${count} points have ${shares.length} weights`);
  const total = shares.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0 && total < Infinity) || shares.some((weight) => weight < 0)) {
    throw new RangeError('weights must be at least 0, finite and not all 0');
  }
  return shares.map((weight) => weight / total);
}
