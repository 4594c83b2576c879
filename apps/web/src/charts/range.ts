import type { Series } from '@duality/shared';

export interface Range {
  low: number;
  high: number;
  /** Entries that lie outside and are not seen. */
  hidden: number;
}

/**
 * What the y-axis has to show. The whole range unless `withoutOutliers`: then the middle 98 % of all entries, with
 * some room, and the count of those left out. `include` are reading aids that must be in view.
 */
export function valueRange(series: readonly Series[], withoutOutliers = false, include: readonly number[] = []): Range {
  const lows = series.flatMap((one) => one.lows.filter(isNumber));
  const highs = series.flatMap((one) => one.highs.filter(isNumber));
  if (lows.length === 0) return { ...pad(Math.min(0, ...include), Math.max(1, ...include)), hidden: 0 };
  const [full, ends] = [
    [smallest(lows), largest(highs)] as const,
    withoutOutliers ? ([quantile(lows, 0.01), quantile(highs, 0.99)] as const) : undefined,
  ];
  const [low, high] = ends ?? full;
  const range = pad(Math.min(low, ...include), Math.max(high, ...include));
  const isOutside = (_: number, at: number) => (lows[at] as number) < range.low || (highs[at] as number) > range.high;
  return { ...range, hidden: ends ? lows.filter(isOutside).length : 0 };
}

export function stepRange(series: readonly Series[]): { first: number; last: number } {
  const firsts = series.flatMap((one) => (one.steps.length > 0 ? beginning(one) : []));
  const lasts = series.flatMap((one) => one.steps.at(-1) ?? []);
  return firsts.length > 0 ? { first: smallest(firsts), last: largest(lasts) } : { first: 0, last: 1 };
}

/** A bucket is labelled by its last step, and a metric that is logged every 50 steps stands for those before it. */
function beginning({ steps: [first = 0, second = 2 * first], bucketSteps }: Series): number {
  return Math.max(0, first - Math.max(bucketSteps, second - first));
}

const isNumber = (value: number | null): value is number => value !== null;
const smallest = (list: readonly number[]) => list.reduce((a, b) => Math.min(a, b));
const largest = (list: readonly number[]) => list.reduce((a, b) => Math.max(a, b));

function pad(low: number, high: number): { low: number; high: number } {
  const room = high > low ? (high - low) * 0.06 : Math.abs(high) * 0.1 || 1;
  return { low: low - room, high: high + room };
}

function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] as number;
}
