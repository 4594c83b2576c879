import { cheapestFlow } from './cheapest-flow.ts';
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
  const costs = costsBetween(from.points, to.points, cost);
  if (costs.some((entry) => !Number.isFinite(entry))) return Number.NaN;
  return cheapestFlow(costs, from.masses, to.masses).cost / (isWeighted ? 1 : x.length * y.length);
}

/**
 * The same for equal weights, with what each point adds to it: their means over `x` and over `y` sum to the cost, and
 * vary with the samples as it does (del Barrio and Loubes, 1705.01299). Undefined when a point is not finite.
 */
export function transportShares(x: Points, y: Points, cost: Cost): { x: Float64Array; y: Float64Array } | undefined {
  dimensionOf(x, y);
  const costs = costsBetween(x, y, cost);
  if (costs.some((entry) => !Number.isFinite(entry))) return undefined;
  const flow = cheapestFlow(
    costs,
    new Float64Array(x.length).fill(y.length),
    new Float64Array(y.length).fill(x.length),
  );
  return { x: flow.origins, y: flow.destinations };
}

function costsBetween(x: Points, y: Points, cost: Cost): Float64Array {
  const costs = new Float64Array(x.length * y.length);
  for (const [i, a] of x.entries()) for (const [j, b] of y.entries()) costs[i * y.length + j] = cost(a, b);
  return costs;
}

/** The points that have any mass. */
function withMass(points: Points, masses: ArrayLike<number>) {
  const hasMass = (_: unknown, i: number) => (masses[i] as number) > 0;
  return { points: points.filter(hasMass), masses: Float64Array.from(Array.from(masses).filter(hasMass)) };
}
