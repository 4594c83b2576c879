import { expect, test } from 'vitest';
import { decodeTensors, encodeTensors } from './safetensors.ts';

const file = {
  metadata: { step: '7' },
  tensors: {
    'generator/1/kernel': { shape: [2, 2], values: Float32Array.of(1, -0, Number.NaN, 1e-42) },
    scalar: { shape: [], values: Float32Array.of(3) },
  },
};

test('tensors come back to the bit, and the file follows the format', () => {
  const bytes = encodeTensors(file);
  expect(decodeTensors(bytes)).toEqual(file);
  const headerLength = Number(bytes.readBigUInt64LE());
  expect(headerLength % 8).toBe(0);
  expect(JSON.parse(bytes.toString('utf8', 8, 8 + headerLength))).toEqual({
    __metadata__: { step: '7' },
    'generator/1/kernel': { dtype: 'F32', shape: [2, 2], data_offsets: [0, 16] },
    scalar: { dtype: 'F32', shape: [], data_offsets: [16, 20] },
  });
  expect(bytes.length).toBe(8 + headerLength + 20);
});

const unlike = 'a.safetensors is not a whole safetensors file of 32-bit numbers: ';

test('a file that was cut short is refused, wherever it ends', () => {
  const bytes = encodeTensors(file);
  for (let length = 0; length < bytes.length; length++) {
    expect(() => decodeTensors(bytes.subarray(0, length), 'a.safetensors')).toThrow(unlike);
  }
  expect(() => decodeTensors(bytes.subarray(0, bytes.length - 1))).toThrow('tensor scalar is not whole');
});

/** A file with this header, and 64 bytes of values. */
function withHeader(header: unknown, claimed?: bigint): Buffer {
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(claimed ?? BigInt(json.length));
  return Buffer.concat([length, json, Buffer.alloc(64)]);
}

const tensor = (from: number, to: number, shape = [(to - from) / 4], dtype = 'F32') => ({
  dtype,
  shape,
  data_offsets: [from, to],
});

test.each<[string, unknown, RegExp, bigint?]>([
  ['a header of 2^60 bytes', {}, /its header claims 1152921504606846976 bytes/, 2n ** 60n],
  ['a header that is no JSON', '{"a":', /its header is not JSON/],
  ['a header nested a hundred thousand deep', '['.repeat(1e5) + ']'.repeat(1e5), /its header is wrong/],
  ['a header that is a list', [], /its header is wrong/],
  ['metadata that is no text', { __metadata__: { step: 7 } }, /wrong at "__metadata__\.step"/],
  ['overlapping values', { a: tensor(0, 16), b: tensor(8, 24) }, /tensor b overlaps another/],
  ['values that end before they begin', { a: tensor(16, 0, [4]) }, /tensor a has -16 bytes/],
  ['a shape of other size', { a: tensor(0, 16, [2, 3]) }, /tensor a has 16 bytes, but its shape asks for 24/],
  ['a shape beyond all numbers', { a: tensor(0, 16, Array(9).fill(2 ** 50)) }, /tensor a has 16 bytes/],
  ['values beyond the end', { a: tensor(0, 2 ** 40) }, /tensor a is not whole/],
  ['negative offsets', { a: tensor(-8, 8) }, /wrong at "a\.data_offsets\.0"/],
  ['another type', { a: tensor(0, 16, [4], 'F64') }, /tensor a has the type F64/],
])('%s is refused by the name of the file', (_name, header, says, claimed) => {
  const decode = () => decodeTensors(withHeader(header, claimed), 'a.safetensors');
  expect(decode).toThrow(unlike);
  expect(decode).toThrow(says);
});
