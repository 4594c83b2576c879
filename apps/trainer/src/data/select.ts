import { ExplainedError } from '@duality/shared';
import { type SampleSet, sampleSize } from './sample-set.ts';

/** Every `nth` sample is held out, the last of each `nth`; order within both parts stays. Always the same split. */
export function holdOut(set: SampleSet, nth: number, from: string): { train: SampleSet; test: SampleSet } {
  if (set.count < nth)
    throw new ExplainedError(
      `${from} holds ${set.count} images; at least ${nth} are needed, as every ${nth}th is held out`,
    );
  const all = Array.from({ length: set.count }, (_, i) => i);
  return {
    train: select(
      set,
      all.filter((i) => i % nth !== nth - 1),
    ),
    test: select(
      set,
      all.filter((i) => i % nth === nth - 1),
    ),
  };
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

/** The samples at `indices`, copied in that order. */
function select(set: SampleSet, indices: readonly number[]): SampleSet {
  const size = sampleSize(set);
  const { shape, labels } = set;
  const values = set.values instanceof Uint8Array ? new Uint8Array(0) : new Float32Array(0);
  const picked = new (values.constructor as typeof Uint8Array | typeof Float32Array)(indices.length * size);
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
