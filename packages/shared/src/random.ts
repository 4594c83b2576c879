/**
 * Counter-based random numbers: Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011).
 * A draw is a pure function of (seed, stream, counter), so a resumed run needs no saved generator state.
 */

/** What a draw is for. Numbers are part of every curve: append only. */
export const randomStream = {
  generatorWeights: 1,
  criticWeights: 2,
  shuffle: 3,
  criticNoise: 4,
  generatorNoise: 5,
  mixing: 6,
  fixedNoise: 7,
  heldOutNoise: 8,
  dataset: 9,
  fakeLabels: 10,
  perturbation: 11,
  dropout: 12,
  forest: 13,
  search: 14,
  bootstrap: 15,
  subset: 16,
  classifierWeights: 17,
  heldOutChoice: 18,
} as const;
export type RandomStream = (typeof randomStream)[keyof typeof randomStream];

export interface Draw {
  /** Non-negative integer below 2^53. */
  seed: number;
  stream: RandomStream;
  /** Which draw of the stream, a non-negative integer below 2^53. */
  counter: number;
}

/** One Philox block: fills `out` with four 32-bit words for the 128-bit counter (c0…c3) and the 64-bit key (k0, k1). */
export function philox(c0: number, c1: number, c2: number, c3: number, k0: number, k1: number, out: Uint32Array): void {
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(0xd2511f53, c0);
    const low0 = Math.imul(0xd2511f53, c0);
    const high1 = multiplyHigh(0xcd9e8d57, c2);
    const low1 = Math.imul(0xcd9e8d57, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

/** `length` numbers uniform in [0, 1), each a multiple of 2^-24 so that it is exact in float32. */
export function uniforms(draw: Draw, length: number): Float32Array {
  const out = new Float32Array(length);
  eachWord(draw, length, (word, i) => {
    out[i] = (word >>> 8) * 2 ** -24;
  });
  return out;
}

/** `length` numbers from N(0, 1) by the Box–Muller transform, two from each pair of uniform words. */
export function normals(draw: Draw, length: number): Float32Array {
  const out = new Float32Array(length + (length % 2));
  let radius = 0;
  eachWord(draw, out.length, (word, i) => {
    if (i % 2 === 0) {
      radius = Math.sqrt(-2 * Math.log((word + 0.5) * 2 ** -32));
    } else {
      const angle = 2 * Math.PI * (word * 2 ** -32);
      out[i - 1] = radius * Math.cos(angle);
      out[i] = radius * Math.sin(angle);
    }
  });
  return out.subarray(0, length);
}

/** A uniformly random order of 0 … length − 1 (Fisher–Yates). */
export function permutation(draw: Draw, length: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i);
  eachWord(draw, Math.max(0, length - 1), (word, i) => {
    const last = length - 1 - i;
    const other = Math.floor((word * (last + 1)) / 2 ** 32);
    const moved = order[last] as number;
    order[last] = order[other] as number;
    order[other] = moved;
  });
  return order;
}

function eachWord(draw: Draw, length: number, use: (word: number, index: number) => void): void {
  const words = new Uint32Array(4);
  for (let i = 0; i < length; i++) {
    if (i % 4 === 0) {
      philox(i / 4, low(draw.counter), high(draw.counter), draw.stream, low(draw.seed), high(draw.seed), words);
    }
    use(words[i % 4] as number, i);
  }
}

const low = (n: number) => n >>> 0;
const high = (n: number) => Math.floor(n / 2 ** 32);

/** Upper 32 bits of the 64-bit product of two unsigned 32-bit numbers. */
function multiplyHigh(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  return (a1 * b1 + Math.floor(middle / 65536) + ((middle & 0xffff) + a0 * b1) / 65536) | 0;
}
