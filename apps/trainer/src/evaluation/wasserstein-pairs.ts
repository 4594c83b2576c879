import { type NumberFields, readNumberFields } from './number-fields.ts';
import { euclideanDistance, squaredDistance } from './points.ts';

/**
 * Two distributions X and Y in a cube whose Wasserstein-1 distance is known (Korotin, Kolesov and Burnaev, "Kantorovich
 * Strikes Back!", 2206.07767): Y is uniform, and X is Y moved along the rays of an optimal critic.
 */
export interface WassersteinPair {
  dimension: number;
  /** Y is uniform on [−halfWidth, halfWidth] along each axis. */
  halfWidth: number;
  /** A point at share t of its ray moves to t^power. */
  power: number;
  /** Centres of the funnels, [funnels][dimension]. */
  centers: number[][];
  /** [funnels] */
  biases: number[];
  /** W1 of X and Y, the mean over many samples, and that mean's standard error. */
  trueW1: number;
  standardError: number;
  /** Points y and where they go, [count][dimension] each, for testing the sampler. */
  check: { y: number[][]; x: number[][] };
}

/** Reads the parsed content of a benchmark file; throws an ExplainedError that names the file and the field. */
export function parseWassersteinPair(content: unknown, file: string): WassersteinPair {
  const fields = readNumberFields(content, `the Wasserstein-1 benchmark file ${file}`);
  const positive = (name: string) => fields.number(name, 'a number above 0', (value) => value > 0);
  const whole = (name: string) =>
    fields.number(name, 'a whole number of at least 1', (value) => Number.isInteger(value) && value >= 1);
  const dimension = whole('dimension');
  const funnels = whole('funnels');
  const centers = fields.rows('centers', dimension);
  if (centers.length !== funnels) throw fields.wrong('centers', `${funnels} lists, as many as "funnels" says`);
  return {
    dimension,
    halfWidth: positive('halfWidth'),
    power: positive('power'),
    centers,
    biases: fields.vector('biases', funnels),
    trueW1: fields.number('trueW1', 'a number of at least 0', (value) => value >= 0),
    standardError: fields.number('standardError', 'a number of at least 0', (value) => value >= 0),
    check: fields.has('check') ? readCheck(fields.object('check'), dimension) : { y: [], x: [] },
  };
}

function readCheck(fields: NumberFields, dimension: number): WassersteinPair['check'] {
  const y = fields.rows('y', dimension);
  const x = fields.rows('x', dimension);
  if (x.length !== y.length) throw fields.wrong('x', `${y.length} lists, as many as "y" has`);
  return { y, x };
}

/** The optimal critic u(point) = minₙ ‖point − aₙ‖ + bₙ: it is 1-Lipschitz, and E u(Y) − E u(X) is W1. */
export const optimalCritic = (pair: WassersteinPair, point: ArrayLike<number>) => lowestFunnel(pair, point).height;

/** Gradient of the optimal critic, [dimension]: a unit vector; 0 at the centre of a funnel, where there is none. */
export const optimalCriticGradient = (pair: WassersteinPair, point: ArrayLike<number>): number[] =>
  slopesOf(lowestFunnel(pair, point), point);

/**
 * `count` independent samples of Y and the points of X they go to, [count][dimension] each. `uniforms` returns that
 * many numbers in [0, 1). For samples of X and Y that do not depend on each other, draw twice.
 */
export function sampleWassersteinPairs(
  pair: WassersteinPair,
  count: number,
  uniforms: (length: number) => ArrayLike<number>,
): { x: number[][]; y: number[][] } {
  const { dimension, halfWidth } = pair;
  const numbers = uniforms(count * dimension);
  const y = Array.from({ length: count }, (_, row) =>
    Array.from({ length: dimension }, (_, i) => halfWidth * (2 * (numbers[row * dimension + i] as number) - 1)),
  );
  return { x: y.map((point) => moveAlongRay(pair, point)), y };
}

/** The point of X that the optimal plan moves to `y`: at share t^power of the ray on which y is at share t. */
export function moveAlongRay(pair: WassersteinPair, y: ArrayLike<number>): number[] {
  const lowest = lowestFunnel(pair, y);
  const { center, distance } = lowest;
  if (distance === 0) return Array.from(y);
  const slopes = slopesOf(lowest, y);
  const length = distance + Math.min(distanceToWall(pair, y, slopes), distanceToOtherFunnel(pair, y, slopes, lowest));
  const at = length * (distance / length) ** pair.power;
  return center.map((a, i) => a + at * (slopes[i] as number));
}

function distanceToWall({ halfWidth }: WassersteinPair, y: ArrayLike<number>, slopes: number[]): number {
  let nearest = Infinity;
  for (let i = 0; i < slopes.length; i++) {
    const slope = slopes[i] as number;
    if (slope !== 0) nearest = Math.min(nearest, (Math.sign(slope) * halfWidth - (y[i] as number)) / slope);
  }
  return nearest;
}

/** How far beyond `y` along its ray another funnel becomes the lowest; Infinity when none does. */
function distanceToOtherFunnel(
  pair: WassersteinPair,
  y: ArrayLike<number>,
  slopes: number[],
  { height, funnel }: Lowest,
): number {
  let nearest = Infinity;
  for (let m = 0; m < pair.centers.length; m++) {
    if (m === funnel) continue;
    const center = pair.centers[m] as number[];
    const below = height - (pair.biases[m] as number);
    let along = 0;
    for (let i = 0; i < slopes.length; i++) along += (slopes[i] as number) * ((y[i] as number) - (center[i] as number));
    const distance = (0.5 * (squaredDistance(y, center) - below ** 2)) / (below - along);
    if (distance > 0 && distance > -below) nearest = Math.min(nearest, distance);
  }
  return nearest;
}

interface Lowest {
  funnel: number;
  center: number[];
  /** From the centre to the point. */
  distance: number;
  height: number;
}

/** The funnel that is lowest at `point`. */
function lowestFunnel({ centers, biases }: WassersteinPair, point: ArrayLike<number>): Lowest {
  let [funnel, least, height] = [-1, 0, Infinity];
  for (let m = 0; m < centers.length; m++) {
    const distance = euclideanDistance(point, centers[m] as number[]);
    const other = distance + (biases[m] as number);
    if (other < height) [funnel, least, height] = [m, distance, other];
  }
  return { funnel, center: centers[funnel] ?? [], distance: least, height };
}

const slopesOf = ({ center, distance }: Lowest, point: ArrayLike<number>): number[] =>
  center.map((a, i) => (distance === 0 ? 0 : ((point[i] as number) - a) / distance));
