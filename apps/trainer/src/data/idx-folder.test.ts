import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadIdxFolder } from './idx-folder.ts';
import { idxBytes, makeFolder } from './test-folder.ts';

const counting = (length: number) => Array.from({ length }, (_, i) => i % 256);
/** `count` grey images of 1 × 2. */
const pairs = (count: number) => idxBytes([count, 1, 2], counting(count * 2));
const labels = (...values: number[]) => idxBytes([values.length], values);

test('images, labels and held-out files are found by their names, packed or not', () => {
  const { folder, write } = makeFolder();
  write('emnist-train-images-idx3-ubyte.gz', gzipSync(pairs(3)));
  write('emnist-train-labels-idx1-ubyte', labels(1, 26, 2));
  write('emnist-test-images-idx3-ubyte', pairs(2));
  write('emnist-test-labels-idx1-ubyte.gz', gzipSync(labels(3, 4)));
  write('readme.txt', [1]);
  const { source, train, test: heldOut, classes } = loadIdxFolder({ folder });
  expect({ source, classes }).toEqual({ source: `the IDX files in ${folder}`, classes: 27 });
  expect([train.count, train.shape, [...(train.labels ?? [])]]).toEqual([3, [1, 2, 1], [1, 26, 2]]);
  expect([heldOut.count, [...(heldOut.labels ?? [])]]).toEqual([2, [3, 4]]);
});

test('without a test file every tenth image is held out, and labels may be missing', () => {
  const { folder, write } = makeFolder();
  write('train-images-idx3-ubyte', pairs(20));
  const { source, train, test: heldOut, classes } = loadIdxFolder({ folder });
  expect(source).toMatch(/every tenth image held out$/);
  expect([train.count, [...heldOut.values], classes]).toEqual([18, [18, 19, 38, 39], undefined]);
});

test('labels of one part alone are no labels', () => {
  const { folder, write } = makeFolder();
  write('train-images-idx3-ubyte', pairs(1));
  write('train-labels-idx1-ubyte', labels(1));
  write('t10k-images-idx3-ubyte', pairs(1));
  const { train, classes } = loadIdxFolder({ folder });
  expect([train.labels, classes]).toEqual([undefined, undefined]);
});

test.each([
  ['behind', [10, 1, 2, 3], [0, 1, 2, 3, 4, 5]],
  ['before', [10, 3, 1, 2], [0, 2, 4, 1, 3, 5]],
])('channels may stand %s the pixels', (_name, shape, first) => {
  const { folder, write } = makeFolder();
  write('train-images-idx4-ubyte', idxBytes(shape, counting(60)));
  const { train } = loadIdxFolder({ folder });
  expect([train.shape, [...train.values.subarray(0, 6)]]).toEqual([[1, 2, 3], first]);
});

test.each<[string, Record<string, Uint8Array>, RegExp]>([
  ['an empty folder', {}, /holds no file …images-idx3-ubyte .*--data DIR/],
  ['a test file alone', { 't10k-images-idx3-ubyte': pairs(9) }, /holds no file …images-idx3-ubyte/],
  [
    'two sets',
    { 'a-images-idx3-ubyte': pairs(9), 'b-images-idx3-ubyte': pairs(9) },
    /several sets: a-images.*, b-images/,
  ],
  ['no images in the file', { 'images-idx3-ubyte': pairs(0) }, /images-idx3-ubyte holds no images/],
  ['images of no pixels', { 'images-idx3-ubyte': idxBytes([9, 0, 4], []) }, /images-idx3-ubyte holds no images/],
  ['too few images to hold one out', { 'images-idx3-ubyte': pairs(9) }, /holds 9 images; at least 10 are needed/],
  [
    'five channels',
    { 'images-idx4-ubyte': idxBytes([1, 2, 2, 5], counting(20)) },
    /images of 2 × 2 × 5; .* 1 or 3 channels/,
  ],
  [
    'other sizes held out',
    { 'train-images-idx3-ubyte': pairs(2), 't10k-images-idx3-ubyte': idxBytes([2, 1, 1], [1, 2]) },
    /images of 1 × 2 × 1 but holds out 1 × 1 × 1/,
  ],
  [
    'more labels than images',
    { 'train-images-idx3-ubyte': pairs(1), 'train-labels-idx1-ubyte': labels(1, 2) },
    /train-labels-idx1-ubyte holds 2 labels for the 1 images/,
  ],
  [
    'a header that asks for terabytes',
    { 'images-idx4-ubyte': idxBytes([2 ** 31, 2 ** 31, 2 ** 31, 3], []) },
    /is not a whole IDX file/,
  ],
])('%s: one error that says so', (_name, files, says) => {
  const { folder, write } = makeFolder();
  for (const [name, bytes] of Object.entries(files)) write(name, bytes);
  expect(() => loadIdxFolder({ folder })).toThrow(says);
});
