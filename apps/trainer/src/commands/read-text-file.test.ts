import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../data/test-folder.ts';
import { readTextFile } from './read-text-file.ts';

test('a file is read whole up to its limit, and refused by its name beyond', () => {
  const { write } = makeFolder();
  const text = 'λ'.repeat(50_000);
  const file = write('sweep.json', Buffer.from(text));
  expect(readTextFile(file, 'sweep.json', 100_000)).toBe(text);
  expect(() => readTextFile(file, 'sweep.json', 99_999)).toThrow('sweep.json: has more than 99999 bytes, which');
});

test.skipIf(process.platform === 'win32')('what has no end is not read to it', () => {
  expect(() => readTextFile('/dev/zero', '/dev/zero', 1000)).toThrow('/dev/zero: has more than 1000 bytes');
});

test('a missing file and a folder are refused by name', () => {
  const { folder } = makeFolder();
  expect(() => readTextFile(join(folder, 'no.json'), 'no.json', 9)).toThrow(/^no\.json: cannot be read: ENOENT/);
  expect(() => readTextFile(folder, 'folder', 9)).toThrow(/^folder: cannot be read: EISDIR/);
});
