import { permutation, randomStream, uniforms } from '../random.ts';
import { growTree, predictTree, type Sample, type TreeNode } from './regression-tree.ts';
import type { Dimension } from './space.ts';

export interface Forest {
  dimensions: readonly Dimension[];
  trees: TreeNode[];
  /**
   * Share of the variance that trees predict of runs they were not grown on (R², out of bag); below 0 where the mean
   * would say more, and null where every run has the same value.
   */
  outOfBagR2: number | null;
}

export const treesOfForest = 64;

/**
 * A random forest for regression (Breiman, 2001), each tree grown on as many rows as there are, drawn with repetition,
 * and every dimension tried at each split. Yields after each tree, so that a caller can let others have their turn;
 * the same rows and seed always give the same forest.
 */
export function* growForest(sample: Sample, seed = 0, trees = treesOfForest): Generator<number, Forest> {
  const { rows, values, dimensions } = sample;
  const grown: TreeNode[] = [];
  const sums = new Float64Array(rows.length);
  const counts = new Uint32Array(rows.length);
  for (let tree = 0; tree < trees; tree++) {
    const chosen = drawRows(rows.length, seed, tree);
    const root = growTree(sample, chosen, uniformsFor(seed, tree, dimensions.length));
    grown.push(root);
    const isChosen = new Set(chosen);
    for (const [i, row] of rows.entries()) {
      if (isChosen.has(i)) continue;
      sums[i] = (sums[i] as number) + predictTree(root, row);
      counts[i] = (counts[i] as number) + 1;
    }
    yield tree + 1;
  }
  const predicted = values.map((_, i) =>
    (counts[i] as number) > 0 ? (sums[i] as number) / (counts[i] as number) : null,
  );
  return { dimensions, trees: grown, outOfBagR2: explainedShare(values, predicted) };
}

/** The forest at once. */
export function growWholeForest(sample: Sample, seed?: number, trees?: number): Forest {
  const growing = growForest(sample, seed, trees);
  for (;;) {
    const { done, value } = growing.next();
    if (done) return value;
  }
}

export const predict = ({ trees }: Forest, row: Float64Array) =>
  trees.reduce((sum, tree) => sum + predictTree(tree, row), 0) / trees.length;

const drawRows = (count: number, seed: number, tree: number) =>
  Uint32Array.from(uniforms({ seed, stream: randomStream.forest, counter: 2 * tree }, count), (u) =>
    Math.floor(u * count),
  );

/** Numbers in an order of their own for each tree, over and over. */
function uniformsFor(seed: number, tree: number, dimensions: number): () => number {
  const order = permutation({ seed, stream: randomStream.forest, counter: 2 * tree + 1 }, 1021 + dimensions);
  let next = 0;
  return () => (order[next++ % order.length] as number) / order.length;
}

function explainedShare(values: readonly number[], predicted: readonly (number | null)[]): number | null {
  const known = values.flatMap((value, i) => (predicted[i] === null ? [] : { value, guess: predicted[i] as number }));
  const mean = known.reduce((sum, { value }) => sum + value, 0) / known.length;
  const total = known.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
  const left = known.reduce((sum, { value, guess }) => sum + (value - guess) ** 2, 0);
  return total > 0 ? 1 - left / total : null;
}
