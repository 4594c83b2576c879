import type { MetricPoint, NonFinite, Series } from '@duality/shared';

/** A series with new points in it; `isStale` says that it can no longer be exact and has to be asked for again. */
export interface Merged {
  series: Series;
  isStale: boolean;
}

/** How many entries a series may hold before neighbours are merged: about two a pixel of a wide chart. */
const seriesCapacity = 1600;

export const emptySeries = (name: string): Series => ({
  name,
  bucketSteps: 1,
  steps: [],
  values: [],
  lows: [],
  highs: [],
  nonFinite: [],
});

/** Adds points in step order. A repeated step replaces the old one; extremes survive every merge of buckets. */
export function mergePoints(old: Series, points: readonly MetricPoint[], capacity = seriesCapacity): Merged {
  let series = copy(old);
  let isStale = false;
  for (const point of points) {
    const last = series.steps.at(-1) ?? Number.NEGATIVE_INFINITY;
    if (point.step > last) append(series, point);
    else if (series.bucketSteps === 1) replace(series, point);
    else isStale = true;
    if (series.steps.length > capacity) series = halve(series);
  }
  return { series, isStale };
}

function copy(series: Series): Series {
  return {
    ...series,
    steps: [...series.steps],
    values: [...series.values],
    lows: [...series.lows],
    highs: [...series.highs],
    nonFinite: [...series.nonFinite],
  };
}

function append(series: Series, { step, value, kind }: MetricPoint): void {
  mark(series, step, kind);
  const at = series.steps.length - 1;
  const start = bucketStart(series, at);
  if (series.bucketSteps === 1 || at < 0 || step - start > series.bucketSteps) {
    series.steps.push(step);
    series.values.push(value);
    series.lows.push(value);
    series.highs.push(value);
    return;
  }
  const label = series.steps[at] as number;
  series.values[at] = weightedMean(series.values[at], label - start, value, step - label);
  series.lows[at] = lower(series.lows[at], value);
  series.highs[at] = higher(series.highs[at], value);
  series.steps[at] = step;
}

function replace(series: Series, { step, value, kind }: MetricPoint): void {
  series.nonFinite = series.nonFinite.filter((mark) => mark.step !== step);
  mark(series, step, kind);
  const at = firstAtOrAfter(series.steps, step);
  const isKnown = series.steps[at] === step;
  for (const [list, item] of [
    [series.steps, step],
    [series.values, value],
    [series.lows, value],
    [series.highs, value],
  ] as const) {
    (list as (number | null)[]).splice(at, isKnown ? 1 : 0, item);
  }
}

/** Two neighbours become one bucket: their mean, the lower low, the higher high, the later step. */
function halve(series: Series): Series {
  const { steps } = series;
  const half = { ...emptySeries(series.name), nonFinite: series.nonFinite };
  for (let left = 0; left < steps.length; left += 2) {
    const right = left + 1 < steps.length ? left + 1 : left;
    const leftStep = steps[left] as number;
    const rightStep = steps[right] as number;
    half.steps.push(rightStep);
    half.values.push(
      right === left
        ? (series.values[left] ?? null)
        : weightedMean(
            series.values[left],
            leftStep - bucketStart(series, left),
            series.values[right],
            rightStep - leftStep,
          ),
    );
    half.lows.push(lower(series.lows[left], series.lows[right]));
    half.highs.push(higher(series.highs[left], series.highs[right]));
  }
  // A metric logged every 50 steps has labels 50 apart: its buckets must grow with what they really span.
  const span = (half.steps.at(-2) ?? 0) - (half.steps[0] ?? 0);
  half.bucketSteps = Math.max(2 * series.bucketSteps, Math.round(span / Math.max(1, half.steps.length - 2)));
  return half;
}

/** The step before the first one that the entry stands for. */
function bucketStart(series: Series, at: number): number {
  return series.steps[at - 1] ?? (series.steps[at] ?? 0) - series.bucketSteps;
}

function mark(series: Series, step: number, kind: NonFinite | null): void {
  if (kind) series.nonFinite.push({ step, kind });
}

type Value = number | null | undefined;

function weightedMean(a: Value, weightA: number, b: Value, weightB: number): number | null {
  if (a == null || b == null) return a ?? b ?? null;
  return a + ((b - a) * weightB) / (weightA + weightB);
}

const lower = (a: Value, b: Value) => (a == null || b == null ? (a ?? b ?? null) : Math.min(a, b));
const higher = (a: Value, b: Value) => (a == null || b == null ? (a ?? b ?? null) : Math.max(a, b));

/** Index of the first entry that is at least `step`; the length when there is none. */
export function firstAtOrAfter(steps: readonly number[], step: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] as number) < step) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the entry nearest to `step`; -1 in an empty series. */
export function nearest(steps: readonly number[], step: number): number {
  const after = firstAtOrAfter(steps, step);
  if (after === 0) return steps.length > 0 ? 0 : -1;
  if (after === steps.length) return after - 1;
  return (steps[after] as number) - step < step - (steps[after - 1] as number) ? after : after - 1;
}
