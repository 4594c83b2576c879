import { leavesOf } from './leaf.ts';
import { marginal } from './marginal.ts';
import type { Forest } from './random-forest.ts';
import type { Dimension } from './space.ts';

/** What the forest predicts over two dimensions, averaged over all the others. */
export interface ResponseSurface {
  /** Centres of the cells: coordinates, or indices of choices. */
  xs: number[];
  ys: number[];
  /** `[xs][ys]`, flat. */
  values: Float64Array;
  /** 1 where a run lies near, `[xs][ys]`, flat; elsewhere the forest only guesses. */
  supported: Uint8Array;
}

const cells = 32;
/** A cell is supported by a run no farther away than this share of the axes: the more runs, the nearer they lie. */
const supportRadius = (runs: number) => Math.min(0.25, Math.max(0.08, 1 / Math.sqrt(runs)));

export function responseSurface(forest: Forest, rows: readonly Float64Array[], x: number, y: number): ResponseSurface {
  const dimensions = [forest.dimensions[x], forest.dimensions[y]] as [Dimension, Dimension];
  const [xs, ys] = dimensions.map(centres) as [number[], number[]];
  const axes = [
    { index: x, points: xs },
    { index: y, points: ys },
  ] as const;
  const values = new Float64Array(xs.length * ys.length);
  for (const tree of forest.trees) {
    const one = marginal(leavesOf(tree, forest.dimensions), axes);
    for (const [i, value] of one.entries()) values[i] = (values[i] as number) + value / forest.trees.length;
  }
  const supported = new Uint8Array(values.length);
  const radius = supportRadius(rows.length);
  for (const [i, atX] of xs.entries()) {
    for (const [j, atY] of ys.entries()) {
      const isNear = rows.some(
        (row) =>
          distance(dimensions[0], row[x] as number, atX) ** 2 + distance(dimensions[1], row[y] as number, atY) ** 2 <=
          radius ** 2,
      );
      supported[i * ys.length + j] = isNear ? 1 : 0;
    }
  }
  return { xs, ys, values, supported };
}

function centres(dimension: Dimension): number[] {
  if (dimension.kind === 'choice') return dimension.values.map((_, i) => i);
  const width = (dimension.high - dimension.low) / cells;
  return Array.from({ length: cells }, (_, i) => dimension.low + (i + 0.5) * width);
}

/** As a share of the axis; between two choices there is no way. */
function distance(dimension: Dimension, a: number, b: number): number {
  if (dimension.kind === 'choice') return a === b ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(a - b) / (dimension.high - dimension.low || 1);
}
