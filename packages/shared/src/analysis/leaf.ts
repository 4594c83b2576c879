import type { TreeNode } from './regression-tree.ts';
import type { Dimension } from './space.ts';

/** The part of one dimension that a leaf covers: a stretch of numbers, or some of the choices. */
export type Extent = { low: number; high: number } | { choices: Uint8Array };

export interface Leaf {
  value: number;
  /** One for each dimension. */
  extents: Extent[];
  /** What share of each dimension it covers; their product is its share of the whole space. */
  shares: number[];
}

/** The boxes into which a tree cuts the space. */
export function leavesOf(tree: TreeNode, dimensions: readonly Dimension[]): Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (node: TreeNode, extents: Extent[]) => {
    if (!node.split) {
      const shares = extents.map((extent, i) => shareOf(extent, dimensions[i] as Dimension));
      leaves.push({ value: node.mean, extents, shares });
      return;
    }
    const { dimension } = node.split;
    const [left, right] = cut(extents[dimension] as Extent, node.split);
    visit(node.left, extents.with(dimension, left));
    visit(node.right, extents.with(dimension, right));
  };
  visit(tree, dimensions.map(wholeExtent));
  return leaves;
}

export const shareOfSpace = ({ shares }: Leaf) => shares.reduce((product, share) => product * share, 1);

function wholeExtent(dimension: Dimension): Extent {
  if (dimension.kind === 'choice') return { choices: new Uint8Array(dimension.values.length).fill(1) };
  return { low: dimension.low, high: dimension.high };
}

function cut(extent: Extent, split: NonNullable<TreeNode['split']>): [Extent, Extent] {
  if (split.kind === 'number' && 'low' in extent) {
    const border = Math.min(Math.max(split.threshold, extent.low), extent.high);
    return [
      { ...extent, high: border },
      { ...extent, low: border },
    ];
  }
  if (split.kind === 'choice' && 'choices' in extent) {
    const side = (left: 0 | 1) => ({
      choices: extent.choices.map((has, i) => (has === 1 && split.isLeft[i] === left ? 1 : 0)),
    });
    return [side(1), side(0)];
  }
  throw new TypeError('a split and the dimension it cuts are of one kind');
}

function shareOf(extent: Extent, dimension: Dimension): number {
  if ('choices' in extent) return extent.choices.reduce((sum, has) => sum + has, 0) / extent.choices.length;
  if (dimension.kind === 'choice' || dimension.high === dimension.low) return 1;
  return (extent.high - extent.low) / (dimension.high - dimension.low);
}
