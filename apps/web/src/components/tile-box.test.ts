import { expect, test } from 'vitest';
import { boxOf, tileBeside, tileUnder } from './tile-box.ts';

const grid = { columns: 8, rows: 10, width: 224, height: 280 };

test('tiles are counted row by row', () => {
  expect(boxOf(grid, 0)).toEqual({ x: 0, y: 0, width: 28, height: 28 });
  expect(boxOf(grid, 10)).toEqual({ x: 56, y: 28, width: 28, height: 28 });
  expect(boxOf(grid, 80)).toBeUndefined();
  expect(boxOf(grid)).toEqual({ x: 0, y: 0, width: 224, height: 280 });
});

test('the tile under a point is the one whose box holds it, the edges included', () => {
  for (let tile = 0; tile < 80; tile++) {
    const { x, y } = boxOf(grid, tile) ?? { x: 0, y: 0 };
    expect(tileUnder(grid, (x + 27.9) / 224, (y + 0.1) / 280)).toBe(tile);
  }
  expect([tileUnder(grid, 0, 0), tileUnder(grid, 1, 1), tileUnder(grid, -0.1, 2)]).toEqual([0, 79, 72]);
});

test('arrow keys lead to the tile beside, and no further than the edge', () => {
  const from = (tile: number) =>
    ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => tileBeside(grid, tile, key));
  expect(from(0)).toEqual([0, 1, 0, 8]);
  expect(from(79)).toEqual([78, 79, 71, 79]);
  expect(tileBeside(grid, 3, 'Home')).toBeUndefined();
});
