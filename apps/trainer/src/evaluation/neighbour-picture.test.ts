import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { drawNeighbours } from './neighbour-picture.ts';

test('each sample stands over the training image that was named for it', () => {
  const train = { count: 3, shape: [1, 2, 1], values: Uint8Array.of(0, 10, 100, 110, 200, 210) };
  const { width, height, data } = decode(drawNeighbours(Float32Array.of(-1, -1, 1, 1), [2, 0], train));
  expect([width, height]).toEqual([4, 2]);
  expect([...data]).toEqual([0, 0, 255, 255, 200, 210, 0, 10]);
});
