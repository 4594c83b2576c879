import { expect, test } from 'vitest';
import { loadDataset } from './dataset.ts';
import type { DataRequest } from './sample-set.ts';
import { idxBytes, makeFolder } from './test-folder.ts';

const asTheyAre: DataRequest = { dataset: 'mnist', seed: 1, imageSize: 0, imageChannels: 0, onlyClass: -1 };

function makeIdx() {
  const { folder, write } = makeFolder();
  write('train-images-idx3-ubyte', idxBytes([3, 2, 2], Array(12).fill(80)));
  write('train-labels-idx1-ubyte', idxBytes([3], [0, 2, 0]));
  write('test-images-idx3-ubyte', idxBytes([1, 2, 2], Array(4).fill(80)));
  write('test-labels-idx1-ubyte', idxBytes([1], [2]));
  return { ...asTheyAre, dataset: 'idx', folder } as const;
}

test('images come in the size and the colours that are asked for', async () => {
  const { train, test: heldOut, classes } = await loadDataset({ ...makeIdx(), imageSize: 4, imageChannels: 3 });
  expect([train.shape, heldOut.shape, classes]).toEqual([[4, 4, 3], [4, 4, 3], 3]);
  expect(new Set(train.values)).toEqual(new Set([80]));
});

test('one class alone may be trained on', async () => {
  const request = makeIdx();
  const { train, test: heldOut } = await loadDataset({ ...request, onlyClass: 2 });
  expect([train.count, heldOut.count, train.labels]).toEqual([1, 1, Uint8Array.of(2)]);
  await expect(loadDataset({ ...request, onlyClass: 1 })).rejects.toThrow(/no .* class 1; the classes are 0, 2/);
  await expect(loadDataset({ ...asTheyAre, dataset: 'swiss-roll', onlyClass: 1 })).rejects.toThrow(
    /set onlyClass to -1/,
  );
});

test('points have neither size nor colours', async () => {
  const { source, train } = await loadDataset({ ...asTheyAre, dataset: 'ring', imageSize: 32, imageChannels: 3 });
  expect([source, train.shape]).toEqual(['ring, generated from seed 1', [2]]);
});
