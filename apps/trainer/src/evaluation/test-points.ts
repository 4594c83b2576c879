import { normals, randomStream } from '@duality/shared';

/** Points from N(0, I), [count][dimension], for tests; another `counter` gives others. */
export function normalPoints(count: number, dimension: number, counter: number): number[][] {
  const numbers = normals({ seed: 7, stream: randomStream.heldOutNoise, counter }, count * dimension);
  return Array.from({ length: count }, (_, row) =>
    Array.from(numbers.subarray(row * dimension, (row + 1) * dimension)),
  );
}

/** The same points moved by `shift` along the first axis. */
export const shifted = (points: number[][], shift: number) => points.map(([x = 0, ...rest]) => [x + shift, ...rest]);
