import { z } from 'zod';
import { countValues, Dimension, type ParameterChoice, valueAt } from './dimension.ts';

/** Hyper-parameters that vary, by config key; `preset` may be one of them. */
export const SearchSpace = z.record(z.string(), Dimension);
export type SearchSpace = z.infer<typeof SearchSpace>;

/** A value for each parameter that holds there. */
export type SearchPoint = Readonly<Record<string, ParameterChoice>>;

/** Whether a parameter holds, given the values of those before it. */
export function holdsAt({ when }: Dimension, point: SearchPoint): boolean {
  return when === undefined || when.values.includes(point[when.parameter] as ParameterChoice);
}

/** Parameters in an order in which each comes after the one that it depends on; undefined when they depend in a circle. */
export function orderOf(space: SearchSpace): string[] | undefined {
  const order: string[] = [];
  let left = Object.keys(space);
  while (left.length > 0) {
    const ready = left.filter((key) => {
      const parent = space[key]?.when?.parameter;
      return parent === undefined || order.includes(parent);
    });
    if (ready.length === 0) return undefined;
    order.push(...ready);
    left = left.filter((key) => !ready.includes(key));
  }
  return order;
}

/** How many points a grid over the space has; infinite where a range has no step. */
export function countGrid(space: SearchSpace): number {
  if (!isGrid(space)) return Number.POSITIVE_INFINITY;
  let count = 0;
  for (const _ of gridPoints(space)) count++;
  return count;
}

export const isGrid = (space: SearchSpace) =>
  Object.values(space).every((dimension) => Number.isFinite(countValues(dimension)));

/** More points than this are not counted out. */
export const mostGridPoints = 100_000;

/** Every point of the grid once, the last parameter varying fastest; none twice where a parameter does not hold. */
export function* gridPoints(space: SearchSpace): Generator<SearchPoint> {
  const order = orderOf(space) ?? [];
  function* from(at: number, point: SearchPoint): Generator<SearchPoint> {
    const key = order[at];
    const dimension = key === undefined ? undefined : space[key];
    if (key === undefined || dimension === undefined) return yield point;
    if (!holdsAt(dimension, point)) return yield* from(at + 1, point);
    for (let i = 0; i < countValues(dimension); i++) yield* from(at + 1, { ...point, [key]: valueAt(dimension, i) });
  }
  yield* from(0, {});
}
