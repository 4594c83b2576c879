import { dimensionOf, euclideanDistance, type Points } from './points.ts';

/** How two sets of points overlap; shares from 0 to 1, but for the density. */
export interface NeighbourMeasures {
  /** Share of fake points inside the ball of some real point. */
  precision: number;
  /** Share of real points inside the ball of some fake point. */
  recall: number;
  /** Real balls a fake point is in, on average, over k: about 1 for equal distributions, and it may be more. */
  density: number;
  /** Share of real points whose ball holds a fake point. */
  coverage: number;
}

/**
 * Precision and recall (1904.06991 §3), density and coverage (2002.09797 §3) of real and fake feature rows,
 * [rows][features]. A point's ball reaches to its k-th nearest neighbour in its own set, itself not counted, without
 * its surface. Throws a RangeError unless both sets have more than `k` ≥ 1 rows.
 */
export function measureNeighbours(real: Points, fake: Points, k: number): NeighbourMeasures {
  dimensionOf(real, fake);
  const realRadii = radiiOf(real, k);
  const fakeRadii = radiiOf(fake, k);
  const ballsAroundFake = new Uint32Array(fake.length);
  const fakesInBall = new Uint32Array(real.length);
  const isRecalled = new Uint32Array(real.length);
  for (const [i, realRow] of real.entries()) {
    for (const [j, fakeRow] of fake.entries()) {
      const distance = euclideanDistance(realRow, fakeRow);
      if (distance < (realRadii[i] as number)) {
        ballsAroundFake[j] = (ballsAroundFake[j] as number) + 1;
        fakesInBall[i] = (fakesInBall[i] as number) + 1;
      }
      if (distance < (fakeRadii[j] as number)) isRecalled[i] = 1;
    }
  }
  return {
    precision: shareOfPositive(ballsAroundFake),
    recall: shareOfPositive(isRecalled),
    density: ballsAroundFake.reduce((sum, balls) => sum + balls, 0) / (k * fake.length),
    coverage: shareOfPositive(fakesInBall),
  };
}

/** Distances and not their squares: two squares that only rounding tells apart mostly have the same root, and so tie. */
function radiiOf(points: Points, k: number): Float64Array {
  if (!Number.isInteger(k) || k < 1 || points.length <= k) {
    throw new RangeError(`${points.length} points have no ${k}-th nearest neighbour each`);
  }
  return Float64Array.from(points, (point, i) => {
    const distances = Float64Array.from(points, (other, j) => (i === j ? Infinity : euclideanDistance(point, other)));
    return distances.sort()[k - 1] as number;
  });
}

const shareOfPositive = (counts: Uint32Array) =>
  counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0) / counts.length;
