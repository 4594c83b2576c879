import { truncateSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadCifar10 } from './cifar-10.ts';
import { makeFolder } from './test-folder.ts';

/** One image whose red, green and blue planes count up from `start`. */
const record = (label: number, start: number) => [
  label,
  ...Array.from({ length: 3 }, (_, plane) =>
    Array.from({ length: 1024 }, (_, i) => (start + plane * 100 + i) % 256),
  ).flat(),
];

function makeSet() {
  const made = makeFolder();
  for (const i of [1, 2, 3, 4, 5]) made.write(`data_batch_${i}.bin`, [...record(i, i), ...record(7, 0)]);
  made.write('test_batch.bin', record(9, 50));
  return made;
}

test('planes become the channels of each pixel, and the five files follow one another', () => {
  const { folder } = makeSet();
  const { source, train, test: heldOut, classes } = loadCifar10({ folder });
  expect({ source, classes }).toEqual({
    source: `the CIFAR-10 binary files in ${folder}, 10 + 1 images`,
    classes: 10,
  });
  expect([train.count, train.shape, heldOut.count]).toEqual([10, [32, 32, 3], 1]);
  expect([...(train.labels ?? [])]).toEqual([1, 7, 2, 7, 3, 7, 4, 7, 5, 7]);
  // The third image is the first of data_batch_2; its pixels (0, 0) and (0, 1).
  expect([...train.values.subarray(2 * 3072, 2 * 3072 + 6)]).toEqual([2, 102, 202, 3, 103, 203]);
  expect([...heldOut.values.subarray(-3)]).toEqual([(50 + 1023) % 256, (150 + 1023) % 256, (250 + 1023) % 256]);
});

test('the archive may be unpacked as it is', () => {
  const { folder, write } = makeFolder();
  for (const i of [1, 2, 3, 4, 5]) write(`cifar-10-batches-bin/data_batch_${i}.bin`, record(0, i));
  write('cifar-10-batches-bin/test_batch.bin', record(1, 0));
  expect(loadCifar10({ folder }).train.count).toBe(5);
});

test.each([
  ['a truncated file', record(1, 0).slice(0, -1), /has 3072 bytes, not a multiple of 3073/],
  ['an empty file', [], /has 0 bytes/],
  ['something behind', [...record(1, 0), 1], /has 3074 bytes/],
  ['a label beyond the ten', [...record(1, 0), ...record(10, 0)], /image 1 has the label 10, beyond 9/],
])('%s is refused by name', (_name, bytes, says) => {
  const { folder, write } = makeSet();
  const file = write('data_batch_3.bin', bytes);
  expect(() => loadCifar10({ folder })).toThrow(says);
  expect(() => loadCifar10({ folder })).toThrow(`${file} is not a whole file of CIFAR-10's binary version: `);
});

test('a file of many times the released size is refused unread', () => {
  const { folder, write } = makeSet();
  const file = write('data_batch_3.bin', []);
  truncateSync(file, 2 ** 40);
  expect(() => loadCifar10({ folder })).toThrow(
    `cannot read ${file}: it has 1099511627776 bytes, more than 153650000 bytes; put`,
  );
});

test('what is missing is named: a file, or the folder', () => {
  const { folder, write } = makeFolder();
  write('data_batch_1.bin', record(0, 0));
  expect(() => loadCifar10({ folder })).toThrow(/data_batch_2\.bin: it is not there; .*--data DIR/);
  expect(() => loadCifar10({})).toThrow(/^cifar-10 comes with no files .*data_batch_1\.bin.* by --data DIR$/);
});
