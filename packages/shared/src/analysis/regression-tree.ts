import type { Dimension } from './space.ts';

/** A number goes left where it is below `threshold`, a choice where its entry in `isLeft` is 1. */
export type TreeNode =
  | { mean: number; split: undefined }
  | { mean: number; split: Split; left: TreeNode; right: TreeNode };

type Split =
  | { dimension: number; kind: 'number'; threshold: number }
  | { dimension: number; kind: 'choice'; isLeft: Uint8Array };

export interface Sample {
  dimensions: readonly Dimension[];
  /** `[runs][dimensions]` */
  rows: readonly Float64Array[];
  /** `[runs]` */
  values: readonly number[];
}

/** Deeper than any that a thousand runs need. */
const maxDepth = 64;

/**
 * A regression tree grown until each leaf is pure, each split being the one that leaves the least squared error (CART).
 * `chosen` are rows with repetition. `nextUniform` decides in which order dimensions are tried, as several may
 * split equally well: the first would otherwise win each tie and seem important.
 */
export function growTree(sample: Sample, chosen: Uint32Array, nextUniform: () => number, depth = 0): TreeNode {
  const { values } = sample;
  let sum = 0;
  for (const row of chosen) sum += values[row] as number;
  const mean = sum / chosen.length;
  const isPure = chosen.every((row) => values[row] === values[chosen[0] as number]);
  const split = isPure || depth >= maxDepth ? undefined : findSplit(sample, chosen, nextUniform);
  if (!split) return { mean, split: undefined };
  const left = chosen.filter((row) => goesLeft(split, sample.rows[row] as Float64Array));
  const right = chosen.filter((row) => !goesLeft(split, sample.rows[row] as Float64Array));
  return {
    mean,
    split,
    left: growTree(sample, left, nextUniform, depth + 1),
    right: growTree(sample, right, nextUniform, depth + 1),
  };
}

export function predictTree(tree: TreeNode, row: Float64Array): number {
  let node = tree;
  while (node.split) node = goesLeft(node.split, row) ? node.left : node.right;
  return node.mean;
}

function goesLeft(split: Split, row: Float64Array): boolean {
  const at = row[split.dimension] as number;
  return split.kind === 'number' ? at < split.threshold : split.isLeft[at] === 1;
}

function findSplit(sample: Sample, chosen: Uint32Array, nextUniform: () => number): Split | undefined {
  const order = sample.dimensions.map((_, dimension) => ({ dimension, key: nextUniform() }));
  order.sort((a, b) => a.key - b.key);
  let best: { split: Split; gain: number } | undefined;
  for (const { dimension } of order) {
    const isChoice = sample.dimensions[dimension]?.kind === 'choice';
    const found = (isChoice ? splitChoices : splitNumbers)(sample, chosen, dimension);
    // Rounding must not decide between splits that separate the rows alike.
    if (found && found.gain > (best?.gain ?? 0) * (1 + 1e-9)) best = found;
  }
  return best?.split;
}

interface Found {
  split: Split;
  /** Σ n·mean² of the two sides, which is largest where the squared error is least. */
  gain: number;
}

function splitNumbers({ dimensions, rows, values }: Sample, chosen: Uint32Array, dimension: number): Found | undefined {
  const at = (row: number) => (rows[row] as Float64Array)[dimension] as number;
  const sorted = chosen.toSorted((a, b) => at(a) - at(b));
  const best = bestCut(
    sorted.length,
    (i) => values[sorted[i] as number] as number,
    (i) => at(sorted[i - 1] as number) !== at(sorted[i] as number),
  );
  if (!best) return undefined;
  const middle = (at(sorted[best.cut - 1] as number) + at(sorted[best.cut] as number)) / 2;
  const space = dimensions[dimension] as Extract<Dimension, { kind: 'number' }>;
  // The stretch that stands for a missing key ends where the numbers begin.
  const isBelow = space.missing !== undefined && middle < space.missing;
  return {
    gain: best.gain,
    split: { dimension, kind: 'number', threshold: isBelow ? (space.missing as number) : middle },
  };
}

/** In the order of their means the best set of choices is among the first ones (Fisher, 1958). */
function splitChoices({ dimensions, rows, values }: Sample, chosen: Uint32Array, dimension: number): Found | undefined {
  const space = dimensions[dimension] as Extract<Dimension, { kind: 'choice' }>;
  const choice = (row: number) => (rows[row] as Float64Array)[dimension] as number;
  const sums = new Float64Array(space.values.length);
  const counts = new Float64Array(space.values.length);
  for (const row of chosen) {
    sums[choice(row)] = (sums[choice(row)] as number) + (values[row] as number);
    counts[choice(row)] = (counts[choice(row)] as number) + 1;
  }
  const mean = (i: number) => (sums[i] as number) / (counts[i] as number);
  const ranks = new Map(
    space.values
      .map((_, i) => i)
      .filter((i) => (counts[i] as number) > 0)
      .sort((a, b) => mean(a) - mean(b) || a - b)
      .map((i, rank) => [i, rank]),
  );
  const rank = (row: number) => ranks.get(choice(row)) as number;
  const sorted = chosen.toSorted((a, b) => rank(a) - rank(b));
  const best = bestCut(
    sorted.length,
    (i) => values[sorted[i] as number] as number,
    (i) => rank(sorted[i - 1] as number) !== rank(sorted[i] as number),
  );
  if (!best) return undefined;
  const border = rank(sorted[best.cut] as number);
  const isLeft = Uint8Array.from(space.values, (_, i) => ((ranks.get(i) ?? border) < border ? 1 : 0));
  return { gain: best.gain, split: { dimension, kind: 'choice', isLeft } };
}

/** Where to cut a sequence in two so that the squared error is least; undefined where it cannot be lessened. */
function bestCut(length: number, value: (i: number) => number, mayCut: (i: number) => boolean) {
  let total = 0;
  for (let i = 0; i < length; i++) total += value(i);
  const centre = total / length;
  let best: { cut: number; gain: number } | undefined;
  let left = 0;
  for (let i = 1; i < length; i++) {
    left += value(i - 1) - centre;
    if (!mayCut(i)) continue;
    // Both sides have the same sum about the centre, with opposite signs.
    const gain = left ** 2 / i + left ** 2 / (length - i);
    if (gain > (best?.gain ?? 0)) best = { cut: i, gain };
  }
  return best;
}
