import { cheapestFlowCost } from './cheapest-flow.ts';
import { dimensionOf, type Points } from './points.ts';
import { normalisedWeights } from './weights.ts';

/** What it costs to move one unit of mass from a point to another, at least 0. */
type Cost = (from: ArrayLike<number>, to: ArrayLike<number>) => number;

/** One weight ≥ 0 a point; equal ones where left out. */
export interface TransportWeights {
  x?: ArrayLike<number> | undefined;
  y?: ArrayLike<number> | undefined;
}

/**
 * Cost of the cheapest plan that moves the distribution on the points `x`, [n][dimension], to that on `y`,
 * [m][dimension], each of mass 1: with `euclideanDistance` the Wasserstein-1 distance, with `squaredDistance` the
 * square of Wasserstein-2. Exact to 1e-12 of the largest cost; NaN when a point is not finite. Throws a RangeError for
 * an empty set, unequal dimensions or impossible weights.
 */
export function transportCost(x: Points, y: Points, cost: Cost, weights: TransportWeights = {}): number {
  dimensionOf(x, y);
  const isWeighted = weights.x !== undefined || weights.y !== undefined;
  // Whole numbers where there are no weights, so that no sum of masses is rounded.
  const from = withMass(x, isWeighted ? normalisedWeights(x.length, weights.x) : x.map(() => y.length));
  const to = withMass(y, isWeighted ? normalisedWeights(y.length, weights.y) : y.map(() => x.length));
  const costs = new Float64Array(from.points.length * to.points.length);
  for (const [i, a] of from.points.entries()) {
    for (const [j, b] of to.points.entries()) costs[i * to.points.length + j] = cost(a, b);
  }
  if (costs.some((entry) => !Number.isFinite(entry))) return Number.NaN;
  return cheapestFlowCost(costs, from.masses, to.masses) / (isWeighted ? 1 : x.length * y.length);
}

/** The points that have any mass. */
function withMass(points: Points, masses: ArrayLike<number>) {
  const hasMass = (_: unknown, i: number) => (masses[i] as number) > 0;
  return { points: points.filter(hasMass), masses: Float64Array.from(Array.from(masses).filter(hasMass)) };
}
