import type { AxisBrush } from '#charts/parallel-coordinates.ts';
import type { AxisValue } from '#charts/value-axis.ts';

/** What some run has on an axis of numbers, in order: the stops of its slider. */
export const distinctNumbers = (values: readonly AxisValue[]): number[] =>
  [...new Set(values.filter((value): value is number => typeof value === 'number' && Number.isFinite(value)))].sort(
    (a, b) => a - b,
  );

/** The first and last stop within a brush; all of them without one. */
export function indicesOfBrush(numbers: readonly number[], brush: AxisBrush | undefined): [number, number] {
  const last = numbers.length - 1;
  if (!brush?.range) return [0, last];
  const { low, high } = brush.range;
  const first = numbers.findIndex((value) => value >= low);
  const end = numbers.findLastIndex((value) => value <= high);
  const from = first < 0 ? last : first;
  return [from, Math.max(from, end)];
}

/** Exactly the numbers between two stops; undefined where these are all. */
export function brushOfIndices(
  numbers: readonly number[],
  [from, to]: readonly [number, number],
): AxisBrush | undefined {
  const [low, high] = [numbers[from], numbers[to]];
  if (low === undefined || high === undefined || (from === 0 && to === numbers.length - 1)) return undefined;
  return { range: { low, high } };
}
