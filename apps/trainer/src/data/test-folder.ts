import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that is gone after the test, and what puts files into it (and answers their path). */
export function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'duality-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (name: string, bytes: Uint8Array | readonly number[]): string => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Uint8Array.from(bytes));
    return file;
  };
  return { folder, write };
}

/** An IDX file of unsigned bytes. */
export function idxBytes(shape: readonly number[], values: ArrayLike<number>): Buffer {
  const header = Buffer.alloc(4 + 4 * shape.length);
  header.set([0, 0, 8, shape.length]);
  for (const [axis, size] of shape.entries()) header.writeUInt32BE(size, 4 + 4 * axis);
  return Buffer.concat([header, Uint8Array.from(values)]);
}
