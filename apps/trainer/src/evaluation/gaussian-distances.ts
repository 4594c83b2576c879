import { dimensionOf, type Points, squaredDistance } from './points.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** A normal distribution on a line. */
export interface Gaussian1d {
  mean: number;
  /** Standard deviation, at least 0. */
  sd: number;
}

/** A normal distribution in `dimension` dimensions. */
export interface Gaussian {
  /** [dimension] */
  mean: ArrayLike<number>;
  /** Symmetric, [dimension][dimension]; it may be singular. */
  covariance: Points;
}

/** Squared Wasserstein-2 distance, Δμ² + Δσ². */
export const gaussianW2Squared = (a: Gaussian1d, b: Gaussian1d) => (a.mean - b.mean) ** 2 + (a.sd - b.sd) ** 2;

export const gaussianW2 = (a: Gaussian1d, b: Gaussian1d) => Math.hypot(a.mean - b.mean, a.sd - b.sd);

/** KL(a ‖ b) in natural logarithms; Infinity when one of two different distributions is a single point. */
export function gaussianKl(a: Gaussian1d, b: Gaussian1d): number {
  if (a.mean === b.mean && a.sd === b.sd) return 0;
  if (a.sd === 0 || b.sd === 0) return Infinity;
  return Math.log(b.sd / a.sd) + (a.sd ** 2 + (a.mean - b.mean) ** 2) / (2 * b.sd ** 2) - 0.5;
}

/**
 * Fréchet distance of two normal distributions, |μ₁ − μ₂|² + tr(Σ₁ + Σ₂ − 2(Σ₁Σ₂)^½): their squared Wasserstein-2
 * distance (Dowson and Landau 1982; FID, 1706.08500 eq. 6). Throws a RangeError when their dimensions differ.
 */
export const frechetDistance = (a: Gaussian, b: Gaussian): number => frechetDistanceTo(a)(b);

/** The same for many `b` and one `a`, whose root is found once. */
export function frechetDistanceTo(a: Gaussian): (b: Gaussian) => number {
  const size = dimensionOf([a.mean], a.covariance);
  const root = rootOf(flat(a.covariance), size);
  return (b) => {
    dimensionOf([a.mean, b.mean], b.covariance);
    let traces = 0;
    for (let i = 0; i < size; i++) traces += (a.covariance[i]?.[i] as number) + (b.covariance[i]?.[i] as number);
    return squaredDistance(a.mean, b.mean) + traces - 2 * traceOfRoot(root, flat(b.covariance), size);
  };
}

/** Fréchet distance between the normal distributions fitted to two sets of feature rows, [rows][features] each. */
export const frechetDistanceOfFeatures = (real: Points, fake: Points) =>
  frechetDistance(fitGaussian(real), fitGaussian(fake));

/** Mean and covariance (divided by rows − 1) of feature rows, of which there must be two or more. */
function fitGaussian(rows: Points): Gaussian {
  const size = dimensionOf(rows);
  if (rows.length < 2) throw new RangeError('one row has no covariance');
  const mean = new Float64Array(size);
  for (const row of rows) for (let i = 0; i < size; i++) mean[i] = (mean[i] as number) + (row[i] as number);
  for (let i = 0; i < size; i++) mean[i] = (mean[i] as number) / rows.length;
  const covariance = Array.from({ length: size }, () => new Float64Array(size));
  const centred = new Float64Array(size);
  for (const row of rows) {
    for (let i = 0; i < size; i++) centred[i] = (row[i] as number) - (mean[i] as number);
    for (const [i, line] of covariance.entries()) {
      const share = (centred[i] as number) / (rows.length - 1);
      for (let j = 0; j < size; j++) line[j] = (line[j] as number) + share * (centred[j] as number);
    }
  }
  return { mean, covariance };
}

/** A^½ in the eigenvectors of A: row k is √λₖ times eigenvector k. */
function rootOf(a: Float64Array, size: number): Float64Array {
  const { values, vectors } = symmetricEigen(a, size);
  return vectors.map((entry, i) => entry * Math.sqrt(Math.max(0, values[Math.floor(i / size)] as number)));
}

/** tr (AB)^½ for positive semi-definite A and B: AB has the eigenvalues of the symmetric matrix A^½ B A^½. */
function traceOfRoot(root: Float64Array, b: Float64Array, size: number): number {
  const product = timesTransposed(timesTransposed(root, b, size), root, size);
  const eigenvalues = symmetricEigen(product, size).values;
  // Under the root the rounding of an eigenvalue that should be 0 would count as 1e-8.
  const rounding = size * Number.EPSILON * eigenvalues.reduce((most, value) => Math.max(most, value), 0);
  return eigenvalues.reduce((sum, value) => sum + (value > rounding ? Math.sqrt(value) : 0), 0);
}

/** a·bᵀ of square matrices: both are read along their rows. */
function timesTransposed(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const out = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += (a[i * size + k] as number) * (b[j * size + k] as number);
      out[i * size + j] = sum;
    }
  }
  return out;
}

const flat = (matrix: Points) => Float64Array.from(matrix.flatMap((row) => Array.from(row)));
