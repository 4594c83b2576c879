import type { SampleSet } from './sample-set.ts';

/**
 * Images as `side` × `side`: the square in the middle, then Pillow's bilinear filter to the bit, which PyTorch's
 * transforms.Resize applies to images: antialiased when it shrinks, rows and columns each rounded to whole pixels.
 */
export function resizeImages({ count, shape, values, ...rest }: SampleSet, side: number): SampleSet {
  const [height = 0, width = 0, channels = 0] = shape;
  const square = Math.min(height, width);
  const taps = filterTaps(square, side);
  const top = Math.floor((height - square) / 2);
  const left = Math.floor((width - square) / 2);
  const out = new Uint8Array(count * side * side * channels);
  const rows = new Uint8Array(square * side * channels);
  for (let image = 0; image < count; image++) {
    const corner = ((image * height + top) * width + left) * channels;
    // [square, square, channels] → [square, side, channels] → [side, side, channels]
    for (let y = 0; y < square; y++) {
      for (let c = 0; c < channels; c++) {
        apply(taps, values, corner + y * width * channels + c, channels, rows, y * side * channels + c, channels);
      }
    }
    const target = image * side * side * channels;
    const line = side * channels;
    for (let x = 0; x < line; x++) apply(taps, rows, x, line, out, target + x, line);
  }
  return { count, shape: [side, side, channels], values: out, ...rest };
}

/** Which input pixels make an output pixel, and how much of each in units of 2^-22. */
interface Taps {
  first: number;
  weights: number[];
}

const one = 2 ** 22;

/** Pillow's precompute_coeffs with the triangle filter. */
function filterTaps(from: number, to: number): Taps[] {
  const scale = from / to;
  const reach = Math.max(scale, 1);
  return Array.from({ length: to }, (_, i) => {
    const centre = (i + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - reach + 0.5));
    const last = Math.min(from, Math.trunc(centre + reach + 0.5));
    const raw = Array.from({ length: last - first }, (_, k) =>
      Math.max(0, 1 - Math.abs((first + k - centre + 0.5) / reach)),
    );
    const sum = raw.reduce((a, b) => a + b, 0);
    return { first, weights: raw.map((weight) => Math.trunc(0.5 + (weight / sum) * one)) };
  });
}

function apply(
  taps: Taps[],
  input: ArrayLike<number>,
  from: number,
  inputStride: number,
  output: Uint8Array,
  to: number,
  outputStride: number,
): void {
  for (const [i, { first, weights }] of taps.entries()) {
    let sum = one / 2;
    for (let k = 0; k < weights.length; k++) {
      sum += (input[from + (first + k) * inputStride] as number) * (weights[k] as number);
    }
    output[to + i * outputStride] = Math.min(255, sum >> 22);
  }
}
