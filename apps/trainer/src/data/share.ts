import type { Dataset, SampleSet } from './sample-set.ts';

/** The same samples in memory that threads share, so that none of them needs a copy. */
export const shareDataset = (data: Dataset): Dataset => ({
  ...data,
  train: share(data.train),
  test: share(data.test),
  ...(data.allTraining && { allTraining: share(data.allTraining) }),
});

function share(set: SampleSet): SampleSet {
  const memory = new SharedArrayBuffer(set.values.byteLength);
  const values = set.values instanceof Uint8Array ? new Uint8Array(memory) : new Float32Array(memory);
  values.set(set.values);
  return { ...set, values };
}
