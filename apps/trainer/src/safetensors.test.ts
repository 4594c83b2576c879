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

test('a file that was cut short is refused', () => {
  const bytes = encodeTensors(file);
  expect(() => decodeTensors(bytes.subarray(0, bytes.length - 1))).toThrow('tensor scalar is not whole');
});
