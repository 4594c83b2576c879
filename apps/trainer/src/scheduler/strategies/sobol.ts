import { ArgumentError, randomStream, uniforms } from '@duality/shared';
import { directionsOf, mostDimensions } from './sobol-directions.ts';
import type { Search, Strategy } from './strategy.ts';
import { pointAtUnits } from './unit.ts';
import { unseenPoint } from './unseen.ts';

/**
 * Scrambled Sobol points, which fill the space more evenly than chance does. Each parameter has a dimension of its own,
 * left unused where it does not hold.
 */
export const sobol: Strategy = (search) => {
  const parameters = Object.keys(search.space).length;
  if (parameters > mostDimensions)
    throw new ArgumentError(`"sobol" searches at most ${mostDimensions} parameters, not ${parameters}; use "random"`);
  const seeds = scramblingSeeds(search, parameters);
  return unseenPoint(search, (attempt) =>
    pointAtUnits(search.space, (i) => {
      const bits = sobolBits(search.observations.length + attempt, i);
      return scramble(bits, seeds[i] as number) * 2 ** -32;
    }),
  );
};

/** The unscrambled coordinate of a point as a fraction of 2^32, in the Gray code order of Antonov and Saleev (1979). */
export function sobolBits(index: number, dimension: number): number {
  const directions = directionsOf(dimension);
  let bits = 0;
  for (let gray = index ^ (index >>> 1), i = 0; gray !== 0; gray >>>= 1, i++) {
    if (gray & 1) bits ^= directions[i] as number;
  }
  return bits >>> 0;
}

function scramblingSeeds({ seed }: Search, parameters: number): number[] {
  const units = uniforms({ seed, stream: randomStream.search, counter: 0 }, parameters);
  return Array.from(units, (unit) => unit * 2 ** 24);
}

/** Owen's nested scrambling by a hash in which each bit depends on higher ones alone (Burley, JCGT 9, 2020, listing 3). */
export function scramble(bits: number, seed: number): number {
  let x = reverseBits(bits) + seed;
  for (const factor of [0x6c50b47c, 0xb82f1e52, 0xc7afe638, 0x8d22f6e6]) x ^= Math.imul(x, factor);
  return reverseBits(x);
}

function reverseBits(bits: number): number {
  let reversed = 0;
  for (let i = 0; i < 32; i++) reversed = (reversed << 1) | ((bits >>> i) & 1);
  return reversed >>> 0;
}
