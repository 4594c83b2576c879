import { ExplainedError } from '@duality/shared';
import { readBytes } from './read-bytes.ts';

export interface IdxFile {
  /** Sizes of the axes, the number of items first. */
  shape: number[];
  /** Unsigned bytes, the last axis fastest. */
  values: Uint8Array;
}

const unsignedByte = 0x08;

/**
 * Reads an IDX file of unsigned bytes, plain or gzip (the format of the MNIST files: two zero bytes, element type,
 * number of axes, each axis as a big-endian 32-bit size, values). Throws an ExplainedError that names the file and
 * what is wrong.
 */
export function readIdx(file: string, axes: number): IdxFile {
  const bytes = readBytes(file);
  const header = 4 + 4 * axes;
  if (bytes.length < header) throw broken(file, `it ends after ${bytes.length} bytes, before its header does`);
  if (bytes[0] !== 0 || bytes[1] !== 0 || bytes[2] !== unsignedByte || bytes[3] !== axes) {
    const expected = (unsignedByte * 256 + axes).toString(16).padStart(8, '0');
    throw broken(file, `it starts with ${bytes.toString('hex', 0, 4)} instead of ${expected}`);
  }
  const shape = Array.from({ length: axes }, (_, axis) => bytes.readUInt32BE(4 + 4 * axis));
  const expected = header + shape.reduce((a, b) => a * b, 1);
  if (bytes.length !== expected) {
    throw broken(file, `it has ${bytes.length} bytes, but its header (${shape.join(' × ')}) asks for ${expected}`);
  }
  return { shape, values: bytes.subarray(header) };
}

const broken = (file: string, what: string) =>
  new ExplainedError(
    `${file} is not a whole IDX file of unsigned bytes: ${what}; fetch it again, or name another folder with --data DIR`,
  );
