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

/**
 * What a tree predicts at points of some dimensions, averaged evenly over all the others: entry `x` of
 * `[points of the first]`, or entry `x · (points of the second) + y` for two (Hutter, Hoos, Leyton-Brown: "An efficient
 * approach for assessing hyperparameter importance", PMLR 32, 2014; there the marginal prediction).
 */
export function marginal(
  leaves: readonly Leaf[],
  axes: readonly { index: number; points: readonly number[] }[],
): Float64Array {
  const [first, second] = axes;
  const inner = second?.points.length ?? 1;
  const out = new Float64Array((first?.points.length ?? 1) * inner);
  for (const leaf of leaves) {
    let weight = leaf.value;
    for (const [i, share] of leaf.shares.entries()) if (!axes.some(({ index }) => index === i)) weight *= share;
    const rows = first ? covered(leaf.extents[first.index] as Extent, first.points) : [0];
    const columns = second ? covered(leaf.extents[second.index] as Extent, second.points) : [0];
    for (const row of rows) {
      for (const column of columns) out[row * inner + column] = (out[row * inner + column] as number) + weight;
    }
  }
  return out;
}

/** Indices of those points that lie within an extent; a stretch includes its lower end. */
function covered(extent: Extent, points: readonly number[]): number[] {
  const found: number[] = [];
  for (const [i, at] of points.entries()) {
    if ('choices' in extent ? extent.choices[at] === 1 : at >= extent.low && at < extent.high) found.push(i);
  }
  return found;
}
