import type { Curve } from './curve.ts';
import { nearest } from './series.ts';
import { heightOf, type ValueScale } from './value-scale.ts';

/** What a curve says at a place on the x-axis: its entry there, if it reaches that far. */
export function entryAt({ xs, series }: Curve, x: number): { at: number; value: number | null } | undefined {
  const at = nearest(xs, x);
  const found = xs[at];
  if (found === undefined) return undefined;
  const gap = Math.abs((xs[at + 1] ?? found) - (xs[at - 1] ?? found)) || Number.POSITIVE_INFINITY;
  return Math.abs(found - x) <= gap ? { at, value: series.values[at] ?? null } : undefined;
}

/** The curve whose line passes nearest to a point, no further than `reach` above or below it, in heights. */
export function nearestCurve(
  curves: readonly Curve[],
  scale: ValueScale,
  x: number,
  height: number,
  reach: number,
): Curve | undefined {
  let best: Curve | undefined;
  let least = reach;
  for (const curve of curves) {
    const value = entryAt(curve, x)?.value;
    const away = value == null ? Number.NaN : Math.abs(heightOf(scale, value) - height);
    if (away <= least) [best, least] = [curve, away];
  }
  return best;
}
