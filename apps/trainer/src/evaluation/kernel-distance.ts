import { dimensionOf, type Points } from './points.ts';

/**
 * Kernel distance of two sets of feature rows, [rows][features]: the unbiased estimate of the squared maximum mean
 * discrepancy with kernel (x·y/features + 1)³ over all rows at once (KID, 1801.01401; Gretton et al. 2012 eq. 3).
 * It is 0 on average for equal distributions, so a single value may be negative. Throws a RangeError for fewer than
 * two rows or unequal numbers of features.
 */
export function kernelDistance(real: Points, fake: Points): number {
  const features = dimensionOf(real, fake);
  return meanWithin(real, features) + meanWithin(fake, features) - 2 * meanBetween(real, fake, features);
}

/** Mean kernel of two different rows: with a row's kernel to itself the estimate would be biased. */
function meanWithin(rows: Points, features: number): number {
  if (rows.length < 2) throw new RangeError('a kernel distance needs two rows or more');
  let sum = 0;
  for (const [i, row] of rows.entries()) {
    for (let j = 0; j < i; j++) sum += kernel(row, rows[j] as ArrayLike<number>, features);
  }
  return (2 * sum) / (rows.length * (rows.length - 1));
}

function meanBetween(real: Points, fake: Points, features: number): number {
  let sum = 0;
  for (const x of real) for (const y of fake) sum += kernel(x, y, features);
  return sum / (real.length * fake.length);
}

function kernel(x: ArrayLike<number>, y: ArrayLike<number>, features: number): number {
  let product = 0;
  for (let i = 0; i < features; i++) product += (x[i] as number) * (y[i] as number);
  return (product / features + 1) ** 3;
}
