import { expect, test } from 'vitest';
import { crispWidth, layOutWall } from './wall-layout.ts';

const space = { width: 1100, height: 700, gap: 16, captions: 60, leastCell: 200 };
const grid = { width: 224, height: 224 };

test('few pictures are magnified, many stand as they are', () => {
  expect(layOutWall(1, grid, space).columns).toBe(1);
  expect(layOutWall(2, grid, space)).toEqual({ columns: 2, cell: 542 });
  expect(layOutWall(8, grid, space)).toEqual({ columns: 4, cell: 263 });
  expect(layOutWall(16, grid, space).columns).toBe(4);
});

test('rows are filled evenly', () => {
  expect(layOutWall(6, grid, { ...space, width: 1400 }).columns).toBe(3);
  expect(layOutWall(5, grid, space).columns).toBe(3);
});

test('a phone has one column, small tiles several', () => {
  expect(layOutWall(16, grid, { ...space, width: 358 })).toEqual({ columns: 1, cell: 358 });
  expect(layOutWall(8, { width: 28, height: 28 }, space).columns).toBe(4);
});

test('columns never take more than the space', () => {
  for (let count = 1; count <= 16; count++)
    for (const width of [320, 700, 1100, 2500]) {
      const { columns, cell } = layOutWall(count, grid, { ...space, width });
      expect(columns * cell + (columns - 1) * space.gap).toBeLessThanOrEqual(width);
      expect(cell).toBeGreaterThanOrEqual(Math.min(grid.width, width));
    }
});

test('a picture is drawn at a whole multiple of the pixels of the screen', () => {
  const room = { width: 542, height: 700 };
  expect(crispWidth(grid, room, 1)).toBe(448);
  expect(crispWidth(grid, room, 2)).toBe(448);
  expect(crispWidth(grid, room, 1.5) * 1.5).toBe(672);
  expect(crispWidth(grid, { width: 542, height: 300 }, 1)).toBe(224);
  expect(crispWidth({ width: 512, height: 512 }, { width: 358, height: 900 }, 1)).toBe(358);
});
