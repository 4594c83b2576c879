import type { Curve } from './curve.ts';

export const yScales = ['linear', 'log', 'signed'] as const;
export type YScale = (typeof yScales)[number];

/**
 * How values become heights. `signed` is sign(v) · log₁₀(1 + |v| / threshold): about linear below the threshold,
 * a logarithm beyond it on both sides of 0, which the critic estimate crosses.
 */
export interface ValueScale {
  kind: YScale;
  threshold: number;
}

/** A logarithm is taken only where every value has one. */
export function scaleFor(curves: readonly Curve[], wanted: YScale): ValueScale {
  if (wanted === 'signed') return { kind: 'signed', threshold: thresholdOf(curves) };
  const kind = wanted === 'log' && curves.every(isPositive) ? 'log' : 'linear';
  return { kind, threshold: 1 };
}

const isPositive = ({ series }: Curve) => series.lows.every((low) => low === null || low > 0);

/** A power of ten below nine tenths of all values, and not so small that noise around 0 fills the chart. */
function thresholdOf(curves: readonly Curve[]): number {
  const sizes = curves
    .flatMap(({ series }) => series.values)
    .flatMap((value) => (value ? Math.abs(value) : []))
    .sort((a, b) => a - b);
  const largest = sizes.at(-1);
  if (largest === undefined) return 1;
  const small = sizes[Math.floor(sizes.length / 10)] as number;
  return 10 ** Math.floor(Math.log10(Math.min(Math.max(small, largest / 1e4), largest / 10)));
}

/** The height of a value; NaN where it has none. */
export function heightOf({ kind, threshold }: ValueScale, value: number): number {
  if (kind === 'linear') return value;
  if (kind === 'log') return value > 0 ? Math.log10(value) : Number.NaN;
  return Math.sign(value) * Math.log10(1 + Math.abs(value) / threshold);
}

/** The value at a height. */
export function valueAt({ kind, threshold }: ValueScale, height: number): number {
  if (kind === 'linear') return height;
  if (kind === 'log') return 10 ** height;
  return Math.sign(height) * threshold * (10 ** Math.abs(height) - 1);
}

/** Round values between two heights, at most about `most`; undefined where any axis finds its own. */
export function ticksOf(scale: ValueScale, low: number, high: number, most = 7): number[] | undefined {
  if (scale.kind === 'linear') return undefined;
  const ends = [valueAt(scale, low), valueAt(scale, high)] as const;
  const sizes = scale.kind === 'log' ? decades(ends[0], ends[1]) : decades(scale.threshold, largest(ends));
  const all = scale.kind === 'log' ? sizes : [...sizes.map((size) => -size).reverse(), 0, ...sizes];
  const inside = all.filter((value) => value >= ends[0] && value <= ends[1]);
  return scale.kind === 'log' && inside.length < 3 ? between(ends) : thin(inside, most);
}

const largest = (ends: readonly [number, number]) => Math.max(Math.abs(ends[0]), Math.abs(ends[1]));

function decades(from: number, to: number): number[] {
  const first = Math.ceil(Math.log10(from) - 1e-9);
  const count = Math.max(0, Math.floor(Math.log10(to) + 1e-9) - first + 1);
  return Array.from({ length: count }, (_, at) => 10 ** (first + at));
}

/** Less than two decades: their 1, 2 and 5. */
function between([low, high]: readonly [number, number]): number[] {
  const first = 10 ** Math.floor(Math.log10(low));
  return [1, 2, 5, 10, 20, 50, 100].map((times) => times * first).filter((value) => value >= low && value <= high);
}

/** Every second one, third one, … so that 0 stays where it is there. */
function thin(values: readonly number[], most: number): number[] {
  const each = Math.ceil(values.length / most);
  const origin = Math.max(0, values.indexOf(0));
  return values.filter((_, at) => (at - origin) % each === 0);
}
