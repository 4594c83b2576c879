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

test('a few training samples may be enough: the seed chooses them, and what is held out stays whole', async () => {
  const all = await loadDataset({ ...asTheyAre, dataset: 'ring' });
  const few = async (seed: number) =>
    (await loadDataset({ ...asTheyAre, dataset: 'ring', seed, trainingSamples: 40 })).train;
  const chosen = await few(1);
  expect([chosen.count, chosen.values.length]).toEqual([40, 80]);
  const known = new Set(
    Array.from({ length: all.train.count }, (_, i) => all.train.values.slice(2 * i, 2 * i + 2).join()),
  );
  const points = Array.from({ length: 40 }, (_, i) => chosen.values.slice(2 * i, 2 * i + 2).join());
  expect(points.filter((point) => known.has(point))).toHaveLength(40);
  expect(new Set(points).size).toBe(40);
  expect((await few(1)).values).toEqual(chosen.values);
  expect((await few(2)).values).not.toEqual(chosen.values);
  const { train, allTraining, test: heldOut } = await loadDataset({ ...makeIdx(), trainingSamples: 2 });
  expect([train.count, train.labels?.length, allTraining?.count, heldOut.count]).toEqual([2, 2, 3, 1]);
  expect((await loadDataset({ ...makeIdx(), trainingSamples: 99 })).train.count).toBe(3);
});
