import type { Extent, Leaf } from './leaf.ts';
import type { Dimension } from './space.ts';

/** A piece of one dimension over which a tree's prediction does not change along it. */
interface Piece {
  /** A point inside: a coordinate, or the index of a choice. */
  at: number;
  /** Its share of the dimension. */
  share: number;
}

/** The pieces into which all leaves of a tree cut one dimension. */
export function piecesOf(leaves: readonly Leaf[], index: number, dimension: Dimension): Piece[] {
  if (dimension.kind === 'choice') {
    return dimension.values.map((_, at) => ({ at, share: 1 / dimension.values.length }));
  }
  const borders = new Set([dimension.low, dimension.high]);
  for (const { extents } of leaves) {
    const extent = extents[index];
    if (extent && 'low' in extent) borders.add(extent.low);
  }
  const sorted = [...borders].sort((a, b) => a - b);
  const width = dimension.high - dimension.low || 1;
  return sorted.slice(1).map((high, i) => {
    const low = sorted[i] as number;
    return { at: (low + high) / 2, share: (high - low) / width };
  });
}

interface MarginalAxis {
  index: number;
  /** In ascending order. */
  points: readonly number[];
}

/**
 * What a tree predicts at points of some dimensions, averaged evenly over all the others: entry `x` of
 * `[points of the first]`, or entry `x · (points of the second) + y` for two (Hutter, Hoos, Leyton-Brown: "An efficient
 * approach for assessing hyperparameter importance", PMLR 32, 2014; there the marginal prediction).
 */
export function marginal(leaves: readonly Leaf[], axes: readonly [MarginalAxis, MarginalAxis?]): Float64Array {
  const [outer, inner] = axes[1] ? [axes[0], axes[1]] : [undefined, axes[0]];
  const width = inner.points.length;
  // A leaf adds its weight where it begins and takes it away where it ends; the sums along the inner axis are the rest.
  const changes = new Float64Array((outer?.points.length ?? 1) * (width + 1));
  for (const leaf of leaves) {
    let weight = leaf.value;
    for (const [i, share] of leaf.shares.entries()) if (i !== inner.index && i !== outer?.index) weight *= share;
    const rows = outer ? stretches(leaf.extents[outer.index] as Extent, outer.points) : [[0, 1] as const];
    const columns = stretches(leaf.extents[inner.index] as Extent, inner.points);
    for (const [first, end] of rows) {
      for (let row = first; row < end; row++) {
        for (const [from, to] of columns) {
          changes[row * (width + 1) + from] = (changes[row * (width + 1) + from] as number) + weight;
          changes[row * (width + 1) + to] = (changes[row * (width + 1) + to] as number) - weight;
        }
      }
    }
  }
  return sumUp(changes, width);
}

function sumUp(changes: Float64Array, width: number): Float64Array {
  const out = new Float64Array((changes.length / (width + 1)) * width);
  for (let row = 0; row * width < out.length; row++) {
    let sum = 0;
    for (let column = 0; column < width; column++) {
      sum += changes[row * (width + 1) + column] as number;
      out[row * width + column] = sum;
    }
  }
  return out;
}

/** Which points lie within an extent, as indices from and up to; a stretch of numbers includes its lower end. */
function stretches(extent: Extent, points: readonly number[]): (readonly [number, number])[] {
  if ('low' in extent) return [[countBelow(points, extent.low), countBelow(points, extent.high)]];
  return points.flatMap((at, i) => (extent.choices[at] === 1 ? [[i, i + 1] as const] : []));
}

function countBelow(points: readonly number[], value: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
