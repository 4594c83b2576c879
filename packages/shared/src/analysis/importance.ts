import { type Leaf, leavesOf, shareOfSpace } from './leaf.ts';
import { marginal, piecesOf } from './marginal.ts';
import type { Forest } from './random-forest.ts';
import type { TreeNode } from './regression-tree.ts';
import type { Dimension } from './space.ts';

/** A share of the variance of what the forest predicts over the whole space, from 0 to 1. */
export interface Importance {
  /** Mean over trees. */
  mean: number;
  /** Between these lie the middle four fifths of the trees, each of which saw another draw of the runs. */
  low: number;
  high: number;
}

const least = 0.1;
const most = 0.9;

/**
 * How much of the variance each dimension explains alone: functional ANOVA of the forest (Hutter, Hoos, Leyton-Brown,
 * PMLR 32, 2014). The space is measured evenly on the scale of each dimension; with all of them linear the numbers are
 * those of Optuna's `FanovaImportanceEvaluator` but for the draws of the forest. Null where no tree has any variance.
 */
export const mainEffects = ({ trees, dimensions }: Forest): Importance[] | null =>
  summariseEffects(trees.map((tree) => effectsOfTree(tree, dimensions)).filter((shares) => shares !== null));

/** The share of each dimension in the variance of one tree; null for a tree without any. */
export function effectsOfTree(tree: TreeNode, dimensions: readonly Dimension[]): number[] | null {
  const leaves = leavesOf(tree, dimensions);
  const variance = varianceOfTree(leaves);
  return variance > 0 ? dimensions.map((_, index) => effectOf(leaves, [index], dimensions) / variance) : null;
}

/** Of each dimension over all trees, from what `effectsOfTree` says of each; null where none says anything. */
export function summariseEffects(shares: readonly number[][]): Importance[] | null {
  return shares[0]?.map((_, index) => summarise(shares.map((ofTree) => ofTree[index] as number))) ?? null;
}

/** How much two dimensions explain together beyond what each explains alone. */
export function interaction({ trees, dimensions }: Forest, first: number, second: number): Importance | null {
  const shares = trees.flatMap((tree) => {
    const leaves = leavesOf(tree, dimensions);
    const variance = varianceOfTree(leaves);
    if (variance === 0) return [];
    const alone = effectOf(leaves, [first], dimensions) + effectOf(leaves, [second], dimensions);
    return Math.max(0, effectOf(leaves, [first, second], dimensions) - alone) / variance;
  });
  return shares.length > 0 ? summarise(shares) : null;
}

const varianceOfTree = (leaves: readonly Leaf[]) =>
  varianceOf(leaves.map((leaf) => ({ value: leaf.value, share: shareOfSpace(leaf) })));

/** Variance of a tree's marginal prediction over one dimension or two. */
function effectOf(leaves: readonly Leaf[], of: readonly [number, number?], dimensions: readonly Dimension[]): number {
  const axisOf = (index: number) => {
    const pieces = piecesOf(leaves, index, dimensions[index] as Dimension);
    return { index, points: pieces.map(({ at }) => at), shares: pieces.map(({ share }) => share) };
  };
  const first = axisOf(of[0]);
  const second = of[1] === undefined ? undefined : axisOf(of[1]);
  const values = marginal(leaves, second ? [first, second] : [first]);
  const shares = second ? first.shares.flatMap((a) => second.shares.map((b) => a * b)) : first.shares;
  return varianceOf(shares.map((share, i) => ({ share, value: values[i] as number })));
}

function varianceOf(parts: readonly { value: number; share: number }[]): number {
  const total = parts.reduce((sum, { share }) => sum + share, 0);
  const mean = parts.reduce((sum, { value, share }) => sum + value * share, 0) / total;
  return parts.reduce((sum, { value, share }) => sum + share * (value - mean) ** 2, 0) / total;
}

function summarise(shares: readonly number[]): Importance {
  const sorted = [...shares].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  return { mean: shares.reduce((sum, share) => sum + share, 0) / shares.length, low: at(least), high: at(most) };
}
