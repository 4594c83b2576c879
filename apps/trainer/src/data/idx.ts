import { ExplainedError } from '@duality/shared';
import { mostUnpackedBytes, readBytes, readHead } from './read-bytes.ts';

export interface IdxFile {
  /** Sizes of the axes, the number of items first. */
  shape: number[];
  /** Unsigned bytes, the last axis fastest. */
  values: Uint8Array;
}

const unsignedByte = 0x08;

/**
 * Reads an IDX file of unsigned bytes, plain or gzip (the format of the MNIST files: two zero bytes, element type,
 * number of axes, each axis as a big-endian 32-bit size, values). No more is read or unpacked than the header asks for.
 * Throws an ExplainedError that names the file and what is wrong.
 */
export function readIdx(file: string, axes: number): IdxFile {
  const header = 4 + 4 * axes;
  const head = readHead(file, header);
  if (head.length < header) throw broken(file, `it ends after ${head.length} bytes, before its header does`);
  if (head[0] !== 0 || head[1] !== 0 || head[2] !== unsignedByte || head[3] !== axes) {
    const expected = (unsignedByte * 256 + axes).toString(16).padStart(8, '0');
    throw broken(file, `it starts with ${head.toString('hex', 0, 4)} instead of ${expected}`);
  }
  const shape = Array.from({ length: axes }, (_, axis) => head.readUInt32BE(4 + 4 * axis));
  const expected = header + shape.reduce((a, b) => a * b, 1);
  const asks = `its header (${shape.join(' × ')}) asks for`;
  if (expected > mostUnpackedBytes) throw broken(file, `${asks} ${expected} bytes, more than ${mostUnpackedBytes}`);
  const bytes = readBytes(file, expected + slack, asks);
  if (bytes.length !== expected) throw broken(file, `it has ${bytes.length} bytes, but ${asks} ${expected}`);
  return { shape, values: bytes.subarray(header) };
}

/** So that what stands a little behind the values is told in the words of this format, and no bomb goes off. */
const slack = 2 ** 16;

const broken = (file: string, what: string) =>
  new ExplainedError(
    `${file} is not a whole IDX file of unsigned bytes: ${what}; fetch it again, or name another folder with --data DIR`,
  );
