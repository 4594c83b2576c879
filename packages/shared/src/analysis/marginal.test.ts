import { expect, test } from 'vitest';
import { randomStream, uniforms } from '../random.ts';
import { leavesOf, shareOfSpace } from './leaf.ts';
import { marginal } from './marginal.ts';
import { describeParameters } from './parameter.ts';
import { growWholeForest } from './random-forest.ts';
import { predictTree, type TreeNode } from './regression-tree.ts';
import { encode } from './space.ts';

const noise = uniforms({ seed: 5, stream: randomStream.forest, counter: 0 }, 240);
const configs = Array.from({ length: 80 }, (_, i) => ({
  x: 0.1 + (noise[3 * i] as number),
  kind: 'abc'[Math.floor((noise[3 * i + 1] as number) * 3)],
  ...(i % 5 > 0 && { y: noise[3 * i + 2] as number }),
}));
const values = configs.map(({ x, kind, y = 2 }) => x * y + (kind === 'a' ? 1 : 0));
const { dimensions, rows } = encode(describeParameters(configs), configs);
const tree = growWholeForest({ dimensions, rows, values }, 1, 1).trees[0] as TreeNode;
const leaves = leavesOf(tree, dimensions);

/** Many points spread evenly over a dimension, in ascending order. */
function spread(at: number): number[] {
  const dimension = dimensions[at];
  if (dimension?.kind === 'choice') return dimension.values.map((_, i) => i);
  const { low = 0, high = 1 } = dimension ?? {};
  return Array.from({ length: 400 }, (_, i) => low + ((i + 0.5) / 400) * (high - low));
}

const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
const index = (key: string) => describeParameters(configs).findIndex((parameter) => parameter.key === key);
const [x, kind, y] = [index('x'), index('kind'), index('y')];

function predictAt(entries: readonly [number, number][]): number {
  const row = new Float64Array(dimensions.length);
  for (const [at, value] of entries) row[at] = value;
  return predictTree(tree, row);
}

test('the leaves cover the space once', () => {
  expect(leaves.reduce((sum, leaf) => sum + shareOfSpace(leaf), 0)).toBeCloseTo(1, 10);
});

test('one dimension: as if the tree were asked at very many points of all the others', () => {
  const points = [0.2, 0.35, 0.8];
  const found = marginal(leaves, [{ index: x, points }]);
  for (const [i, at] of points.entries()) {
    const asked = spread(kind).flatMap((k) =>
      spread(y).map((v) =>
        predictAt([
          [x, at],
          [kind, k],
          [y, v],
        ]),
      ),
    );
    expect(found[i]).toBeCloseTo(mean(asked), 1);
  }
});

test('two dimensions, one of them a choice', () => {
  const choices = spread(kind);
  const points = [0.2, 0.7];
  const found = marginal(leaves, [
    { index: kind, points: choices },
    { index: x, points },
  ]);
  for (const [i, k] of choices.entries()) {
    for (const [j, at] of points.entries()) {
      const asked = spread(y).map((v) =>
        predictAt([
          [x, at],
          [kind, k],
          [y, v],
        ]),
      );
      expect(found[i * points.length + j]).toBeCloseTo(mean(asked), 1);
    }
  }
});
