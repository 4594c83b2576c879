import { ExplainedError, permutation, randomStream } from '@duality/shared';
import { type SampleSet, sampleSize } from './sample-set.ts';

/** Which of `count` images to train on and which to hold out: the last of every `nth`, the same ones always. */
export function splitIndices(count: number, nth: number, from: string): { train: number[]; test: number[] } {
  if (count < nth) {
    throw new ExplainedError(
      `${from} holds ${count} images; at least ${nth} are needed, as every ${nth}th is held out`,
    );
  }
  const isHeldOut = (i: number) => i % nth === nth - 1;
  const all = Array.from({ length: count }, (_, i) => i);
  return { train: all.filter((i) => !isHeldOut(i)), test: all.filter(isHeldOut) };
}

/** A set without a split of its own, split. */
export function holdOut(set: SampleSet, nth: number, from: string): { train: SampleSet; test: SampleSet } {
  const { train, test } = splitIndices(set.count, nth, from);
  return { train: select(set, train), test: select(set, test) };
}

/** The samples of one class. */
export function selectClass(set: SampleSet, onlyClass: number): SampleSet {
  const { labels } = set;
  if (!labels) throw new ExplainedError('only one class can be asked for where there are labels; set onlyClass to -1');
  const indices = Array.from({ length: set.count }, (_, i) => i).filter((i) => labels[i] === onlyClass);
  if (indices.length > 0) return select(set, indices);
  throw new ExplainedError(
    `no sample has class ${onlyClass}; the classes are ${[...new Set(labels)].sort((a, b) => a - b).join(', ')}`,
  );
}

/** `count` samples chosen by the seed; all where there are no more. */
export function selectSome(set: SampleSet, count: number, seed: number): SampleSet {
  if (count === 0 || count >= set.count) return set;
  const order = permutation({ seed, stream: randomStream.subset, counter: 0 }, set.count);
  return select(set, [...order.subarray(0, count)]);
}

/** The samples at `indices`, copied in that order. */
function select(set: SampleSet, indices: readonly number[]): SampleSet {
  const size = sampleSize(set);
  const { shape, labels } = set;
  const length = indices.length * size;
  const picked = set.values instanceof Uint8Array ? new Uint8Array(length) : new Float32Array(length);
  for (const [row, index] of indices.entries()) {
    picked.set(set.values.subarray(index * size, (index + 1) * size), row * size);
  }
  return {
    count: indices.length,
    shape,
    values: picked,
    ...(labels && { labels: Uint8Array.from(indices, (index) => labels[index] as number) }),
  };
}
