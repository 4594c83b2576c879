import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { readIdx } from './idx.ts';
import { loadMnist } from './mnist.ts';

const folder = mkdtempSync(join(tmpdir(), 'duality-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, bytes: number[]) => {
  writeFileSync(join(folder, name), Buffer.from(bytes));
  return join(folder, name);
};
const header = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3];

test('an IDX file gives its shape and its bytes', () => {
  const file = write('good', [...header, 1, 2, 3, 4, 5, 255]);
  expect(readIdx(file, 3)).toEqual({ shape: [2, 1, 3], values: Buffer.from([1, 2, 3, 4, 5, 255]) });
});

test.each([
  ['a file that ends within its header', header.slice(0, 9), 'ends after 9 bytes, before its header does'],
  ['an empty file', [], 'ends after 0 bytes'],
  [
    'another type of elements',
    [0, 0, 13, ...header.slice(3), 1, 2, 3, 4, 5, 6],
    'starts with 00000d03 instead of 00000803',
  ],
  [
    'another number of axes',
    [0, 0, 8, 1, ...header.slice(4), 1, 2, 3, 4, 5, 6],
    'starts with 00000801 instead of 00000803',
  ],
  ['a truncated file', [...header, 1, 2, 3, 4, 5], 'has 21 bytes, but its header (2 × 1 × 3) asks for 22'],
  [
    'a file with something behind',
    [...header, 1, 2, 3, 4, 5, 6, 7],
    'has 23 bytes, but its header (2 × 1 × 3) asks for 22',
  ],
])('%s is refused by name', (name, bytes, what) => {
  const file = write(name.replaceAll(' ', '-'), bytes);
  expect(() => readIdx(file, 3)).toThrow(`${file} is not a whole IDX file of unsigned bytes: it ${what}`);
});

test('a missing file and a missing folder say where to put them', () => {
  expect(() => readIdx(join(folder, 'absent'), 3)).toThrow(/cannot read .*absent: it is not there; .*--data DIR/);
  expect(() => loadMnist(join(folder, 'nowhere'))).toThrow(/data folder .*nowhere does not exist; .*--data DIR/);
  expect(() => loadMnist(fileURLToPath(import.meta.url))).toThrow(/idx\.test\.ts is not a folder; .*--data DIR/);
});

test('images of another size than the networks are refused', () => {
  write('train-images-idx3-ubyte', [...header, 1, 2, 3, 4, 5, 6]);
  expect(() => loadMnist(folder)).toThrow('holds 2 images of 1 × 3; the networks need 28 × 28');
});

test('the packaged MNIST is whole', () => {
  const { train, test: heldOut } = loadMnist();
  expect([train.count, heldOut.count]).toEqual([60_000, 10_000]);
  const mean = train.pixels.reduce((sum, value) => sum + value, 0) / train.pixels.length / 255;
  expect(mean).toBeCloseTo(0.13066, 5); // the mean that every MNIST recipe subtracts
});
