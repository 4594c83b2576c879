import {
  countValues,
  type Dimension,
  gridPoints,
  isGrid,
  mostGridPoints,
  orderOf,
  randomStream,
  type SearchPoint,
  type SearchSpace,
  uniforms,
} from '@duality/shared';
import type { Search } from './strategy.ts';

const mostAttempts = 32;

/**
 * The first attempt at a point that was not proposed before, since the same config and seed would only give the same run
 * again. When attempts keep repeating, any point that is left; undefined when none is.
 */
export function unseenPoint(search: Search, attemptAt: (attempt: number) => SearchPoint): SearchPoint | undefined {
  const first = attemptAt(0);
  if (isEndless(search.space, first)) return first;
  const nameOf = namesIn(search.space);
  const seen = new Set(search.observations.map(({ params }) => nameOf(params)));
  let point = first;
  for (let attempt = 1; seen.has(nameOf(point)) && attempt < mostAttempts; attempt++) point = attemptAt(attempt);
  if (!seen.has(nameOf(point)) || !isGrid(search.space)) return point;
  return anyOf(
    leftOf(search.space, (left) => !seen.has(nameOf(left))),
    unitsFor(search, 1),
  );
}

/** Random numbers in [0, 1) for the point that is to be proposed; each attempt at it gets others. */
export function unitsFor({ seed, observations }: Search, length: number, attempt = 0): Float32Array {
  const draw = { seed, stream: randomStream.search, counter: observations.length };
  return uniforms(draw, (attempt + 1) * length).subarray(attempt * length);
}

const isEndless = (space: SearchSpace, point: SearchPoint) =>
  Object.keys(point).some((key) => !Number.isFinite(countValues(space[key] as Dimension)));

function namesIn(space: SearchSpace) {
  const order = orderOf(space) ?? [];
  return (point: SearchPoint) => JSON.stringify(order.map((key) => point[key]));
}

function leftOf(space: SearchSpace, isLeft: (point: SearchPoint) => boolean): SearchPoint[] {
  const left: SearchPoint[] = [];
  for (const point of gridPoints(space)) {
    if (isLeft(point)) left.push(point);
    if (left.length === mostGridPoints) break;
  }
  return left;
}

const anyOf = (points: readonly SearchPoint[], [unit = 0]: Float32Array) => points[Math.floor(unit * points.length)];
