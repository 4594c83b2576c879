import { expect, test } from 'vitest';
import { findMismatch, pictureOf } from './pair-picture.ts';
import type { SampledRun } from './sampled-run.ts';

const run = (id: number, ...steps: number[]) =>
  ({ run: { id }, grids: steps.map((step) => ({ step })) }) as unknown as SampledRun;
const runs = [run(1, 1, 10, 100), run(2, 1, 50)];
const found = (side: { runId: number; step?: number }, step: number) => {
  const picture = pictureOf(side, runs, step);
  return [picture?.sampled.run.id, picture?.grid?.step, picture?.isHeld];
};

test('a side goes with the slider, or stays at the step at which it is held', () => {
  expect(found({ runId: 1 }, 60)).toEqual([1, 10, false]);
  expect(found({ runId: 1, step: 1 }, 60)).toEqual([1, 1, true]);
  expect(found({ runId: 2 }, 60)).toEqual([2, 50, false]);
});

test('a run that is not shown gives its place to the first', () => {
  expect(found({ runId: 9 }, 100)).toEqual([1, 100, false]);
  expect(pictureOf({ runId: 9 }, [], 1)).toBeUndefined();
});

test('pictures of other sizes do not lie over each other', () => {
  expect(findMismatch({ width: 2, height: 3 }, { width: 2, height: 3 })).toBeUndefined();
  expect(findMismatch({ width: 2, height: 3 }, { width: 2, height: 4 })).toBe(
    'The pictures differ in size: 2 × 3 and 2 × 4 pixels.',
  );
});
