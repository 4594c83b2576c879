import type { Span } from '#charts/range.ts';

interface OfStep {
  step: number;
}

/** Every step of any of these lists once, in order. */
export function unionOfSteps(lists: readonly (readonly OfStep[])[]): number[] {
  return [...new Set(lists.flatMap((list) => list.map(({ step }) => step)))].sort((a, b) => a - b);
}

/** Those within a part of the steps; all of them where none is, since a picture is wanted in any case. */
export function withinView<Grid extends OfStep>(grids: readonly Grid[], view: Span | undefined): readonly Grid[] {
  const inside = view ? grids.filter(({ step }) => step >= view.low && step <= view.high) : grids;
  return inside.length > 0 ? inside : grids;
}

/** The last of these that is not after `step`; they are in step order. */
export function gridAt<Grid extends OfStep>(grids: readonly Grid[], step: number): Grid | undefined {
  return grids[indexOfStep(grids.length, (index) => (grids[index] as Grid).step, step)];
}

/** Where in a list in step order `step` or the last one before it stands; −1 where all are later. */
export const indexAt = (steps: readonly number[], step: number): number =>
  indexOfStep(steps.length, (index) => steps[index] as number, step);

function indexOfStep(count: number, stepOf: (index: number) => number, step: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (stepOf(middle) <= step) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
