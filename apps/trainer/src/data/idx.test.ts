import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readIdx } from './idx.ts';
import { readBytes } from './read-bytes.ts';
import { idxBytes, makeFolder } from './test-folder.ts';

const header = [...idxBytes([2, 1, 3], [])];
const whole = [...header, 1, 2, 3, 4, 5, 255];

test.each([
  ['plain', whole],
  ['gzip', gzipSync(Uint8Array.from(whole))],
])('a %s IDX file gives its shape and its bytes', (_name, bytes) => {
  const file = makeFolder().write('good', bytes);
  expect(readIdx(file, 3)).toEqual({ shape: [2, 1, 3], values: Buffer.from([1, 2, 3, 4, 5, 255]) });
});

test.each([
  ['a file that ends within its header', header.slice(0, 9), 'ends after 9 bytes, before its header does'],
  ['an empty file', [], 'ends after 0 bytes'],
  ['another type of elements', [0, 0, 13, ...whole.slice(3)], 'starts with 00000d03 instead of 00000803'],
  ['another number of axes', [0, 0, 8, 1, ...whole.slice(4)], 'starts with 00000801 instead of 00000803'],
  ['a truncated file', whole.slice(0, -1), 'has 21 bytes, but its header (2 × 1 × 3) asks for 22'],
  ['a file with something behind', [...whole, 7], 'has 23 bytes, but its header (2 × 1 × 3) asks for 22'],
])('%s is refused by name, packed or not', (_name, bytes, what) => {
  const { write } = makeFolder();
  for (const file of [write('plain', bytes), write('packed.gz', gzipSync(Uint8Array.from(bytes)))]) {
    expect(() => readIdx(file, 3)).toThrow(`${file} is not a whole IDX file of unsigned bytes: it ${what}`);
  }
});

test('a truncated or spoilt gzip file is refused by name', () => {
  const { write } = makeFolder();
  const packed = gzipSync(Uint8Array.from(whole));
  const cut = write('cut.gz', packed.subarray(0, -6));
  expect(() => readIdx(cut, 3)).toThrow(`cannot unpack ${cut}: unexpected end of file; fetch it again`);
  const spoilt = write('spoilt.gz', packed.fill(0xff, 12, 16));
  expect(() => readIdx(spoilt, 3)).toThrow(`cannot unpack ${spoilt}: `);
});

test('a small gzip file that unpacks to a huge one is refused before it fills the memory', () => {
  const file = makeFolder().write('bomb.gz', gzipSync(Buffer.alloc(1_000_000)));
  expect(() => readBytes(file, 1000)).toThrow(`cannot unpack ${file}: it holds more than 1000 bytes; fetch it again`);
});

test('a gigabyte of zeros in a small file is refused by what its header asks for', () => {
  const { write } = makeFolder();
  // Deflate makes a thousandth of it: packed in pieces, it never lies in memory here.
  const zeros = gzipSync(Buffer.alloc(2 ** 24));
  const pieces = [gzipSync(Uint8Array.from(header)), ...Array<Buffer>(64).fill(zeros)];
  const bomb = write('bomb.gz', Buffer.concat(pieces));
  const before = process.memoryUsage().arrayBuffers;
  expect(() => readIdx(bomb, 3)).toThrow(
    `cannot unpack ${bomb}: it holds more than its header (2 × 1 × 3) asks for; fetch it again`,
  );
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 26);
});

test.each([
  [[2 ** 31, 28, 28], 'its header (2147483648 × 28 × 28) asks for 1683627180048 bytes, more than 2147483647'],
  [[2 ** 32 - 1, 2 ** 32 - 1, 2 ** 32 - 1], 'its header (4294967295 × 4294967295 × 4294967295) asks for'],
])('a header that claims %j is refused before room is made for it', (shape, what) => {
  const { write } = makeFolder();
  for (const file of [write('plain', idxBytes(shape, [1])), write('packed.gz', gzipSync(idxBytes(shape, [1])))]) {
    expect(() => readIdx(file, 3)).toThrow(`${file} is not a whole IDX file of unsigned bytes: ${what}`);
  }
});

test('a file that is much longer than its header asks for is not read', () => {
  const file = makeFolder().write('long', [...whole, ...new Uint8Array(100_000)]);
  expect(() => readIdx(file, 3)).toThrow(
    `cannot read ${file}: it has 100022 bytes, more than its header (2 × 1 × 3) asks for; put`,
  );
});

test('a file cut off anywhere is refused by name, packed or not', () => {
  const { write } = makeFolder();
  for (const bytes of [Buffer.from(whole), gzipSync(Uint8Array.from(whole))]) {
    for (let length = 0; length < bytes.length; length++) {
      const file = write('cut', bytes.subarray(0, length));
      expect(() => readIdx(file, 3)).toThrow(file);
    }
  }
});

test('what is no file is not waited for', () => {
  const { folder } = makeFolder();
  expect(() => readIdx(folder, 3)).toThrow(`cannot read ${folder}: it is no regular file; put`);
});

test('a missing file says where to put it', () => {
  const { folder } = makeFolder();
  expect(() => readIdx(join(folder, 'absent'), 3)).toThrow(/cannot read .*absent: it is not there; .*--data DIR/);
});
