import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { drawSampleGrid } from './sample-grid.ts';

test('images are tiled row by row over a fixed range of values', () => {
  // Five images of 1 × 2 pixels: image i is (i / 4, -1).
  const values = Float32Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? i / 8 : -1));
  const { png, ...grid } = drawSampleGrid(values, [5, 1, 2, 1], 3);
  expect(grid).toEqual({ columns: 3, rows: 2, width: 6, height: 2 });
  const picture = decode(png);
  expect([picture.width, picture.height, picture.channels]).toEqual([6, 2, 1]);
  expect(Array.from(picture.data)).toEqual([128, 0, 159, 0, 191, 0, 223, 0, 255, 0, 0, 0]);
});

test('values out of range are cut, not wrapped', () => {
  expect(Array.from(decode(drawSampleGrid(Float32Array.of(-9, 9, 1, -1), [1, 2, 2, 1], 1).png).data)).toEqual([
    0, 255, 255, 0,
  ]);
});

test('three channels make a colour picture', () => {
  const { png } = drawSampleGrid(Float32Array.of(1, -1, 0), [1, 1, 1, 3], 1);
  expect(decode(png)).toMatchObject({ channels: 3, data: Uint8Array.of(255, 0, 128) });
});
