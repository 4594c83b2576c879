import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { withChannels } from './colour.ts';
import { resizeImages } from './resize-images.ts';
import type { SampleSet } from './sample-set.ts';

/** The same bytes went into Pillow 12.3.0, whose answers stand below. */
const pattern = (height: number, width: number, channels: number) => ({
  count: 1,
  shape: [height, width, channels],
  values: Uint8Array.from({ length: height * width * channels }, (_, i) => (37 * i * i + 11 * i + 5) % 256),
});
const md5 = (bytes: SampleSet['values']) => createHash('md5').update(bytes).digest('hex');

test('growing and shrinking are Pillow’s bilinear filter to the bit', () => {
  expect([...resizeImages(pattern(9, 9, 1), 4).values]).toEqual([
    110, 138, 142, 134, 138, 141, 142, 141, 164, 98, 130, 86, 136, 109, 104, 111,
  ]);
  expect([...resizeImages(pattern(5, 5, 1), 8).values.subarray(0, 16)]).toEqual([
    5, 26, 61, 137, 156, 119, 123, 129, 98, 92, 88, 125, 140, 134, 106, 85,
  ]);
});

test.each([
  [28, 32, '1f7c4bd0926d1ecada978cd8cce0c875'],
  [28, 64, '4311ebd1365c0ef6f7be587b3cce383d'],
  [218, 64, 'e71e72c3cedcde23de0513134baedb69'],
  [178, 31, 'd8c83b455b1fef7aadac7b99096ed49b'],
  [100, 99, '28482ef3daa20d4ed67185719f4a3faa'],
])('colour images of %i as %i too', (from, to, expected) => {
  expect(md5(resizeImages(pattern(from, from, 3), to).values)).toBe(expected);
});

test('of an image that is no square, the middle is used', () => {
  expect(md5(resizeImages(pattern(218, 178, 3), 64).values)).toBe('717276dd8eccd3c504f58789e1e9f461');
});

test('each image of a set is resized on its own, and labels stay', () => {
  const one = pattern(6, 6, 1);
  const two = {
    count: 2,
    shape: one.shape,
    values: Uint8Array.from([...one.values, ...one.values]),
    labels: Uint8Array.of(4, 5),
  };
  const { values } = resizeImages(one, 5);
  expect(resizeImages(two, 5)).toEqual({
    count: 2,
    shape: [5, 5, 1],
    values: Uint8Array.from([...values, ...values]),
    labels: two.labels,
  });
});

test('grey is Pillow’s, and colour of grey repeats it', () => {
  const grey = withChannels(pattern(2, 4, 3), 1);
  expect([grey.shape, [...grey.values]]).toEqual([
    [2, 4, 1],
    [53, 135, 115, 173, 55, 135, 69, 202],
  ]);
  expect([...withChannels(grey, 3).values.subarray(0, 6)]).toEqual([53, 53, 53, 135, 135, 135]);
});
