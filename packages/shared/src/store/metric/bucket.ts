/** What a chart draws of a stretch of one series. Where `n` is 0, the rest says nothing. */
export interface Extent {
  /** Finite values. */
  n: number;
  lo: number;
  hi: number;
  mean: number;
}

/** All that is known of it. Where `n` is 0, all but `nonFinite` says nothing. */
export interface Bucket extends Extent {
  loStep: number;
  hiStep: number;
  /** The latest finite value. */
  last: number;
  nonFinite: number;
}

export const emptyExtent = (): Extent => ({
  n: 0,
  lo: Number.POSITIVE_INFINITY,
  hi: Number.NEGATIVE_INFINITY,
  mean: 0,
});

export const emptyBucket = (): Bucket => ({ ...emptyExtent(), loStep: 0, hiStep: 0, last: 0, nonFinite: 0 });

/** Adds a point later than all in the bucket; null is one that is not finite. */
export function addPoint(bucket: Bucket, step: number, value: number | null): void {
  if (value === null) {
    bucket.nonFinite++;
    return;
  }
  if (value < bucket.lo) {
    bucket.lo = value;
    bucket.loStep = step;
  }
  if (value > bucket.hi) {
    bucket.hi = value;
    bucket.hiStep = step;
  }
  addMean(bucket, value, 1);
  bucket.last = value;
}

/** Adds a later bucket. Of equal extremes the earlier one stays. */
export function addBucket(bucket: Bucket, later: Bucket): void {
  bucket.nonFinite += later.nonFinite;
  if (later.n === 0) return;
  if (later.lo < bucket.lo) {
    bucket.lo = later.lo;
    bucket.loStep = later.loStep;
  }
  if (later.hi > bucket.hi) {
    bucket.hi = later.hi;
    bucket.hiStep = later.hiStep;
  }
  addMean(bucket, later.mean, later.n);
  bucket.last = later.last;
}

export function addExtent(extent: Extent, later: Extent): void {
  if (later.n === 0) return;
  if (later.lo < extent.lo) extent.lo = later.lo;
  if (later.hi > extent.hi) extent.hi = later.hi;
  addMean(extent, later.mean, later.n);
}

/** Weighted so that nothing overflows, and held between the extremes, which rounding would let it leave. */
function addMean(bucket: Extent, mean: number, n: number): void {
  const total = bucket.n + n;
  const mixed = bucket.mean * (bucket.n / total) + mean * (n / total);
  bucket.mean = Math.min(bucket.hi, Math.max(bucket.lo, mixed));
  bucket.n = total;
}

/** A row as the statements of `bucketColumns` give it. */
export type BucketRow = [
  n: number,
  lo: number | null,
  loStep: number | null,
  hi: number | null,
  hiStep: number | null,
  last: number | null,
  mean: number | null,
  nonFinite: number,
];

export const bucketColumns = 'n, lo, lo_step, hi, hi_step, last, mean, non_finite';

export const toRow = ({ n, lo, loStep, hi, hiStep, last, mean, nonFinite }: Bucket): BucketRow =>
  n === 0 ? [0, null, null, null, null, null, null, nonFinite] : [n, lo, loStep, hi, hiStep, last, mean, nonFinite];

export function toBucket([n, lo, loStep, hi, hiStep, last, mean, nonFinite]: BucketRow): Bucket {
  if (n === 0) return { ...emptyBucket(), nonFinite };
  return { n, lo, loStep, hi, hiStep, last, mean, nonFinite } as Bucket;
}
