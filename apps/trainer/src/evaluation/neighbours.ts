import { dimensionOf, type Points } from './points.ts';

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

/** What the measures are means of, a number a point. */
export interface NeighbourCounts {
  /** Real balls that each fake point is in. */
  ballsAroundFake: Uint32Array;
  /** Fake points in the ball of each real point. */
  fakesInBall: Uint32Array;
  /** 1 for each real point that is in the ball of a fake point. */
  isRecalled: Uint8Array;
}

/**
 * Precision and recall (1904.06991 §3), density and coverage (2002.09797 §3) of real and fake feature rows,
 * [rows][features]. A point's ball reaches to its k-th nearest neighbour in its own set, itself not counted, without
 * its surface. Throws a RangeError unless both sets have more than `k` ≥ 1 rows.
 */
export function measureNeighbours(real: Points, fake: Points, k: number): NeighbourMeasures {
  const { ballsAroundFake, fakesInBall, isRecalled } = neighboursOf(real, k)(fake);
  return {
    precision: shareOfPositive(ballsAroundFake),
    recall: shareOfPositive(isRecalled),
    density: ballsAroundFake.reduce((sum, balls) => sum + balls, 0) / (k * fake.length),
    coverage: shareOfPositive(fakesInBall),
  };
}

/** Counts for many sets of fake points; the real ones' balls are found once. */
export function neighboursOf(real: Points, k: number): (fake: Points) => NeighbourCounts {
  const dimension = dimensionOf(real);
  const realRows = flat(real);
  const realRadii = radiiOf(realRows, dimension, k);
  return (fake) => {
    dimensionOf(real, fake);
    const fakeRows = flat(fake);
    const fakeRadii = radiiOf(fakeRows, dimension, k);
    const ballsAroundFake = new Uint32Array(fake.length);
    const fakesInBall = new Uint32Array(real.length);
    const isRecalled = new Uint8Array(real.length);
    for (let i = 0; i < real.length; i++) {
      for (let j = 0; j < fake.length; j++) {
        const distance = distanceBetween(realRows, i, fakeRows, j, dimension);
        if (distance < (realRadii[i] as number)) {
          ballsAroundFake[j] = (ballsAroundFake[j] as number) + 1;
          fakesInBall[i] = (fakesInBall[i] as number) + 1;
        }
        if (distance < (fakeRadii[j] as number)) isRecalled[i] = 1;
      }
    }
    return { ballsAroundFake, fakesInBall, isRecalled };
  };
}

/** The distance of each point to its k-th nearest neighbour. */
function radiiOf(rows: Float64Array, dimension: number, k: number): Float64Array {
  const count = rows.length / dimension;
  if (!Number.isInteger(k) || k < 1 || count <= k) {
    throw new RangeError(`${count} points have no ${k}-th nearest neighbour each`);
  }
  const nearest = new Float64Array(count * k).fill(Infinity);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      const distance = distanceBetween(rows, i, rows, j, dimension);
      insert(nearest, i * k, k, distance);
      insert(nearest, j * k, k, distance);
    }
  }
  return Float64Array.from({ length: count }, (_, i) => nearest[i * k + k - 1] as number);
}

/** Puts a distance in its place among the k least, which stand in order from `start` on. */
function insert(nearest: Float64Array, start: number, k: number, distance: number): void {
  let place = start + k - 1;
  if (!(distance < (nearest[place] as number))) return;
  for (; place > start && distance < (nearest[place - 1] as number); place--) {
    nearest[place] = nearest[place - 1] as number;
  }
  nearest[place] = distance;
}

/** Not its square: two squares that only rounding tells apart mostly have the same root, and so tie. */
function distanceBetween(a: Float64Array, i: number, b: Float64Array, j: number, dimension: number): number {
  const [atA, atB] = [i * dimension, j * dimension];
  let sum = 0;
  for (let d = 0; d < dimension; d++) {
    const difference = (a[atA + d] as number) - (b[atB + d] as number);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

function flat(points: Points): Float64Array {
  const dimension = points[0]?.length ?? 0;
  const rows = new Float64Array(points.length * dimension);
  for (const [i, point] of points.entries()) rows.set(point, i * dimension);
  return rows;
}

const shareOfPositive = (counts: Uint32Array | Uint8Array) => {
  let positive = 0;
  for (const count of counts) if (count > 0) positive++;
  return positive / counts.length;
};
