import { addExtent, type Extent, emptyExtent } from './bucket.ts';
import { type Fold, factor, levelOf } from './fold.ts';

export interface Window {
  /** First and last step wanted; the whole run when absent. */
  from?: number | undefined;
  to?: number | undefined;
  /** Pixels to fill: beyond twice as many points, they come summed up in half to all as many buckets. */
  width: number;
}

/** A bucket of `bucketSteps` steps, aligned to multiples of that, and the last step that it can hold. */
export interface Stretch {
  step: number;
  bucket: Extent;
}

/**
 * How many steps a bucket has when `span` steps fill `width` pixels: up to eight buckets of a level, so that at most
 * eight rows a pixel are read, and runs with the same `span` have the same buckets.
 */
export function bucketStepsFor(span: number, width: number): number {
  const wanted = Math.ceil(span / width);
  const size = factor ** levelOf(wanted);
  const count = Math.ceil(wanted / size);
  return count > factor / 2 ? size * factor : count * size;
}

/**
 * The steps from `from` up to and with `to` in buckets of `bucketSteps`, a value of `bucketStepsFor`; those without a
 * point are left out. What lies outside the window is in none of them.
 */
export function readStretches(fold: Fold, id: number, from: number, to: number, bucketSteps: number): Stretch[] {
  const newest = fold.findNewest(id);
  if (newest === undefined) return [];
  const last = Math.min(to, newest);
  const stretches: Stretch[] = [];
  const stretchAt = (step: number): Extent => {
    const end = Math.min(last, (Math.floor(step / bucketSteps) + 1) * bucketSteps - 1);
    const current = stretches.at(-1);
    if (current?.step === end) return current.bucket;
    const bucket = emptyExtent();
    stretches.push({ step: end, bucket });
    return bucket;
  };

  const level = levelOf(bucketSteps);
  if (level === 0) {
    for (const [step, value] of fold.listPoints(id, from, last)) addExtent(stretchAt(step), pointExtent(value));
    return stretches;
  }
  const size = factor ** level;
  const first = Math.ceil(from / size);
  const end = Math.min(Math.floor((last + 1) / size), Math.floor(newest / size));
  const addEnds = (start: number, stop: number) => {
    if (start > stop) return;
    const ragged = fold.fold(id, newest, start, stop, level - 1);
    if (ragged.n + ragged.nonFinite > 0) addExtent(stretchAt(start), ragged);
  };
  addEnds(from, Math.min(last, first * size - 1));
  for (const [index, extent] of fold.listExtents(id, level, first, end)) addExtent(stretchAt(index * size), extent);
  addEnds(Math.max(from, end * size, first * size), last);
  return stretches;
}

const pointExtent = (value: number | null): Extent =>
  value === null ? emptyExtent() : { n: 1, lo: value, hi: value, mean: value };
