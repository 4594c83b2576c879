import { expect, test } from 'vitest';
import { describeParameters } from './parameter.ts';
import { growWholeForest } from './random-forest.ts';
import { responseSurface } from './response-surface.ts';
import { encode } from './space.ts';

function surfaceOf(
  configs: Record<string, unknown>[],
  value: (config: Record<string, number>) => number,
  x: number,
  y: number,
) {
  const space = encode(describeParameters(configs), configs);
  const forest = growWholeForest({
    ...space,
    values: configs.map((config) => value(config as Record<string, number>)),
  });
  return { ...responseSurface(forest, space.rows, x, y), space };
}

const grid = Array.from({ length: 400 }, (_, i) => ({ x: i % 20, y: Math.floor(i / 20), other: (i * 7) % 11 }));

test('it follows what was measured, averaged over what is not shown', () => {
  const { xs, ys, values } = surfaceOf(grid, ({ x = 0, y = 0, other = 0 }) => x - 2 * y + 3 * other, 0, 1);
  const at = (i: number, j: number) => values[i * ys.length + j] as number;
  const truth = (i: number, j: number) => (xs[i] as number) - 2 * (ys[j] as number) + 15;
  for (const [i, j] of [
    [4, 4],
    [16, 10],
    [28, 20],
  ] as const)
    expect(Math.abs(at(i, j) - truth(i, j))).toBeLessThan(4);
});

test('where no run is near, it is marked as a guess', () => {
  const corner = grid.filter(({ x, y }) => x < 10 || y < 10);
  const { ys, supported } = surfaceOf(corner, ({ x = 0 }) => x, 0, 1);
  expect(supported[31 * ys.length + 31]).toBe(0);
  expect(supported[2 * ys.length + 2]).toBe(1);
});

test('a choice is a column of its own, and what lies in another says nothing about it', () => {
  const configs = [...grid.slice(0, 100).map(({ x, y }) => ({ kind: 'a', x, y })), { kind: 'b', x: 0, y: 0 }];
  const { xs, ys, supported } = surfaceOf(configs, ({ x = 0 }) => x, 0, 1);
  expect(xs).toEqual([0, 1]);
  expect(supported[1 * ys.length + 16]).toBe(0);
  expect(supported[0 * ys.length + 16]).toBe(1);
});
