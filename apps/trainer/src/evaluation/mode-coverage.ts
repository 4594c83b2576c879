import { klDivergence } from './divergences.ts';
import { dimensionOf, euclideanDistance, type Points } from './points.ts';

/** An equal mixture of isotropic Gaussians. */
export interface Modes {
  /** [modes][dimension] */
  centres: Points;
  /** Standard deviation along each axis. */
  sigma: number;
}

export interface ModeCoverage {
  /** High-quality points of each mode. */
  counts: number[];
  /** Modes with a high-quality point or more. */
  modesFound: number;
  /** Of all points. */
  highQualityFraction: number;
  /** KL of the counts from equal ones, natural logarithm; null when all are 0. */
  klToUniform: number | null;
  /** Share of points with every coordinate within the threshold: another rule of some papers, for comparison only. */
  boxFraction: number;
}

/**
 * How points, [count][dimension], spread over the modes of a mixture (PacGAN, 1712.04086 §4.1): a point belongs to its
 * nearest centre and is of high quality when it is less than `threshold` standard deviations away. A perfect sampler in
 * two dimensions has a high-quality fraction of 1 − e^(−4.5), 98.889 %, at threshold 3. A point that is not finite
 * belongs to no mode. Throws a RangeError for no points or unequal dimensions.
 */
export function measureModeCoverage(points: Points, { centres, sigma }: Modes, threshold = 3): ModeCoverage {
  dimensionOf(points, centres);
  const counts = new Array<number>(centres.length).fill(0);
  let inBox = 0;
  for (const point of points) {
    const mode = nearest(point, centres);
    const centre = centres[mode];
    if (!centre) continue;
    if (euclideanDistance(point, centre) / sigma < threshold) counts[mode] = (counts[mode] as number) + 1;
    if (largestDifference(point, centre) / sigma < threshold) inBox++;
  }
  return { counts, ...summariseCounts(counts, points.length), boxFraction: inBox / points.length };
}

/** What the high-quality points of each mode say, of `total` points. */
export function summariseCounts(counts: number[], total: number) {
  const highQuality = counts.reduce((sum, count) => sum + count, 0);
  return {
    modesFound: counts.filter((count) => count > 0).length,
    highQualityFraction: highQuality / total,
    klToUniform: highQuality === 0 ? null : klToUniform(counts, highQuality),
  };
}

/** Place of the nearest centre; −1 when no distance is a number. */
function nearest(point: ArrayLike<number>, centres: Points): number {
  let best = -1;
  let least = Infinity;
  for (const [i, centre] of centres.entries()) {
    const distance = euclideanDistance(point, centre);
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs((a[i] as number) - (b[i] as number)));
  return largest;
}

const klToUniform = (counts: number[], total: number) =>
  klDivergence(
    counts.map((count) => count / total),
    counts.map(() => 1 / counts.length),
  );
