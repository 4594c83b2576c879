import { expect, test } from 'vitest';
import { gridAt, indexAt, unionOfSteps, withinView } from './steps-of-grids.ts';

const at = (...steps: number[]) => steps.map((step) => ({ step }));

test('the slider goes over every step that any run has stored, each once', () => {
  expect(unionOfSteps([at(1, 2, 4, 100), at(), at(2, 50, 100, 150)])).toEqual([1, 2, 4, 50, 100, 150]);
});

test('a run shows the grid of the step, or else the nearest before it', () => {
  const grids = at(1, 2, 4, 100);
  expect([1, 3, 4, 99, 100, 1e9].map((step) => gridAt(grids, step)?.step)).toEqual([1, 2, 4, 4, 100, 100]);
  expect(gridAt(grids, 0)).toBeUndefined();
  expect(gridAt([], 5)).toBeUndefined();
});

test('every place of a long list is found as by looking through it', () => {
  const steps = Array.from({ length: 257 }, (_, i) => i * 3);
  for (let step = -1; step < 800; step++) expect(indexAt(steps, step)).toBe(steps.findLastIndex((one) => one <= step));
});

test('of a part of the steps those within are offered, and all where none is', () => {
  const grids = [1, 50, 100].map((step) => ({ step }));
  expect(withinView(grids, { low: 50, high: 80 })).toEqual([{ step: 50 }]);
  expect(withinView(grids, { low: 60, high: 80 })).toBe(grids);
  expect(withinView(grids, undefined)).toBe(grids);
});
