import { expect, test } from 'vitest';
import { msSsim, scalesOf } from './ms-ssim.ts';

const image = (side: number, pixel: (row: number, column: number) => number) =>
  Float32Array.from({ length: side * side }, (_, i) => pixel(Math.floor(i / side), i % side) / 127.5 - 1);
const ramps = (r: number, c: number) => Math.floor((r * c * 5 + 3 * r) / 6) % 256;
const noise = (r: number, c: number) => (37 * r * r + 91 * c + 13 * r * c) % 256;
const blend = (r: number, c: number) => Math.floor((ramps(r, c) + noise(r, c)) / 2);
const faint = (r: number, c: number) => Math.floor((ramps(r, c) + 100) / 2);

test.each([
  [28, 'half noise', blend, 0.6083422940190193],
  [28, 'fainter', faint, 0.7966029844856883],
  [48, 'half noise, three scales', blend, 0.7108297123330569],
] as const)('it is what scikit-image 0.26 makes of each scale: %s %s', (side, _, other, expected) => {
  const value = msSsim(image(side, ramps), image(side, other), [side, side, 1]);
  expect(value).toBeCloseTo(expected, 6); // pixels are float32
});

test('an image is as similar as can be to itself and not at all to its negative', () => {
  const a = image(28, ramps);
  expect(msSsim(a, a, [28, 28, 1])).toBeCloseTo(1, 12);
  expect(
    msSsim(
      a,
      a.map((value) => -value),
      [28, 28, 1],
    ),
  ).toBe(0);
});

test('colours count alike', () => {
  const [a, b] = [image(28, ramps), image(28, blend)];
  const interleaved = (planes: Float32Array[]) =>
    Float32Array.from({ length: 3 * a.length }, (_, i) => planes[i % 3]?.[Math.floor(i / 3)] as number);
  const mixed = msSsim(interleaved([a, a, a]), interleaved([a, b, a]), [28, 28, 3]);
  expect(mixed).toBeCloseTo((2 + msSsim(a, b, [28, 28, 1])) / 3, 12);
});

test('a scale needs a whole window', () => {
  expect([10, 11, 28, 44, 64, 300].map((side) => scalesOf(side, 300))).toEqual([0, 1, 2, 3, 3, 5]);
});
