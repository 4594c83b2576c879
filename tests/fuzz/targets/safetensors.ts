import fc from 'fast-check';
import { decodeTensors, encodeTensors } from '../../../apps/trainer/src/safetensors.ts';
import { mutateBytes } from '../generate/mutate-bytes.ts';
import { aroundValue } from '../generate/mutate-value.ts';
import { demand, type Target } from '../target.ts';
import { judgeReader } from './data-files.ts';

const values = (count: number) => Float32Array.from({ length: count }, (_, i) => i / 3);
const whole = encodeTensors({
  metadata: { step: '7', generator: '{"inputShape":[4]}' },
  tensors: { 'generator/1/kernel': { shape: [2, 3], values: values(6) }, scalar: { shape: [], values: values(1) } },
});

/** A header that is right or nearly so, before values enough. */
const withHeader = aroundValue(
  fc.constant({
    __metadata__: { step: '7' },
    a: { dtype: 'F32', shape: [2, 3], data_offsets: [0, 24] },
    b: { dtype: 'F32', shape: [], data_offsets: [24, 28] },
  }),
).map((header) => {
  const json = Buffer.from(JSON.stringify(header) ?? '');
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, Buffer.alloc(28)]);
});

export const safetensors: Target = {
  name: 'safetensors',
  about: 'checkpoints with bytes or a field of the header changed',
  share: 9,
  open: () => ({
    inputs: fc.oneof(mutateBytes([whole]), withHeader),
    attempt: (bytes: Buffer) =>
      judgeReader('a.safetensors', () => {
        for (const { shape, values: numbers } of Object.values(decodeTensors(bytes, 'a.safetensors').tensors)) {
          demand(numbers.length === shape.reduce((a, b) => a * b, 1), `${numbers.length} values for [${shape}]`);
        }
      }),
  }),
};
