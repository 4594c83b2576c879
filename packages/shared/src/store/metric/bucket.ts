/** What is known of a stretch of one series. Where `n` is 0, all but `nonFinite` says nothing. */
export interface Bucket {
  /** Finite values. */
  n: number;
  lo: number;
  loStep: number;
  hi: number;
  hiStep: number;
  /** The latest finite value. */
  last: number;
  mean: number;
  nonFinite: number;
}

export const emptyBucket = (): Bucket => ({
  n: 0,
  lo: Number.POSITIVE_INFINITY,
  loStep: 0,
  hi: Number.NEGATIVE_INFINITY,
  hiStep: 0,
  last: 0,
  mean: 0,
  nonFinite: 0,
});

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

/** Weighted so that nothing overflows, and held between the extremes, which rounding would let it leave. */
function addMean(bucket: Bucket, mean: number, n: number): void {
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
