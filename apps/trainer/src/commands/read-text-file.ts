import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { ArgumentError } from '@duality/shared';

/** The text of a file that a person names, of `mostBytes` at most; a pipe may stand in for it. Throws an ArgumentError. */
export function readTextFile(file: string, name: string, mostBytes: number): string {
  try {
    const bytes = readAtMost(file, mostBytes + 1);
    if (bytes.length <= mostBytes) return bytes.toString('utf8');
  } catch (error) {
    throw new ArgumentError(`${name}: cannot be read: ${(error as Error).message}`);
  }
  throw new ArgumentError(`${name}: has more than ${mostBytes} bytes, which no such file needs; name another`);
}

function readAtMost(file: string, most: number): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.alloc(Math.min(most, Math.max(size + 1, 2 ** 16)));
    const chunks: Buffer[] = [];
    for (let left = most; left > 0; ) {
      const count = readSync(descriptor, bytes, 0, Math.min(left, bytes.length), null);
      if (count === 0) break;
      chunks.push(Buffer.from(bytes.subarray(0, count)));
      left -= count;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(descriptor);
  }
}
