import type { Curve } from './curve.ts';
import { heightOf, type ValueScale } from './value-scale.ts';

export interface Span {
  low: number;
  high: number;
}

export interface Range extends Span {
  /** Entries in view that lie outside and are not seen. */
  hidden: number;
}

interface RangeOptions {
  scale: ValueScale;
  /** The part of the x-axis that is seen. */
  view: Span;
  /** Only the middle 98 % of all entries, with some room. */
  withoutOutliers?: boolean;
  /** Reading aids that must be in view. */
  include?: readonly number[];
}

/** What the y-axis has to show, in heights of the scale. */
export function valueRange(curves: readonly Curve[], options: RangeOptions): Range {
  const { scale, view, withoutOutliers = false, include = [] } = options;
  const { lows, highs } = heightsIn(curves, scale, view);
  const aids = include.map((value) => heightOf(scale, value)).filter(Number.isFinite);
  if (lows.length === 0) return { ...pad(Math.min(0, ...aids), Math.max(1, ...aids)), hidden: 0 };
  const [low, high] = withoutOutliers
    ? [quantile(lows, 0.01), quantile(highs, 0.99)]
    : [smallest(lows), largest(highs)];
  const range = pad(Math.min(low, ...aids), Math.max(high, ...aids));
  const isOutside = (_: number, at: number) => (lows[at] as number) < range.low || (highs[at] as number) > range.high;
  return { ...range, hidden: withoutOutliers ? lows.filter(isOutside).length : 0 };
}

function heightsIn(curves: readonly Curve[], scale: ValueScale, view: Span) {
  const lows: number[] = [];
  const highs: number[] = [];
  for (const { series, xs } of curves) {
    for (const [at, x] of xs.entries()) {
      const low = series.lows[at];
      const high = series.highs[at];
      if (low == null || high == null || x < view.low || x > view.high) continue;
      lows.push(heightOf(scale, low));
      highs.push(heightOf(scale, high));
    }
  }
  return { lows, highs };
}

/** Where the x-axis begins and ends when all of it is seen. */
export function xSpan(curves: readonly Curve[]): Span {
  const drawn = curves.filter(({ xs }) => xs.length > 0);
  if (drawn.length === 0) return { low: 0, high: 1 };
  return { low: smallest(drawn.map(beginning)), high: largest(drawn.map(({ xs }) => xs.at(-1) as number)) };
}

/** An entry stands for what lies between the one before and itself. */
function beginning({ xs: [first = 0, second] }: Curve): number {
  if (second === undefined) return isTimeOfDay(first) ? first - 1000 : 0;
  return isTimeOfDay(first) ? 2 * first - second : Math.max(0, 2 * first - second);
}

/** Milliseconds since the epoch, where 0 is out of the question. */
const isTimeOfDay = (x: number) => x > 1e11;

const smallest = (list: readonly number[]) => list.reduce((a, b) => Math.min(a, b));
const largest = (list: readonly number[]) => list.reduce((a, b) => Math.max(a, b));

function pad(low: number, high: number): Span {
  const room = high > low ? (high - low) * 0.06 : Math.abs(high) * 0.1 || 1;
  return { low: low - room, high: high + room };
}

function quantile(list: readonly number[], share: number): number {
  const sorted = Float64Array.from(list).sort();
  return sorted[Math.round(share * (sorted.length - 1))] as number;
}
