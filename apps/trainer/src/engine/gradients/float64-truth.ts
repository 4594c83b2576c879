/** For tests: derivatives in double precision by 5-point central differences, exact to about nine digits. */

const stencil = [
  [-2, 1],
  [-1, -8],
  [1, 8],
  [2, -1],
] as const;
const h = 2e-3;

/** df(x + t·direction)/dt at 0. */
const differentiate = (f: (x: number[]) => number, x: number[], direction: number[]): number =>
  stencil.reduce((sum, [step, weight]) => sum + weight * f(move(x, direction, step * h)), 0) / (12 * h);

export const findGradient = (f: (x: number[]) => number, x: number[]): number[] =>
  x.map((_, i) => differentiate(f, x, unit(x.length, i)));

/** The Hessian times a direction. */
export const findCurvature = (f: (x: number[]) => number, x: number[], direction: number[]): number[] =>
  x.map((_, i) => differentiate((at) => differentiate(f, at, unit(x.length, i)), x, direction));

export const unit = (length: number, i: number) => Array.from({ length }, (_, j) => (i === j ? 1 : 0));

const move = (x: number[], direction: number[], t: number) => x.map((value, i) => value + t * (direction[i] as number));

/** Largest deviation, relative to the largest true value. */
export function relativeError(found: ArrayLike<number>, truth: number[]): number {
  const deviations = truth.map((value, i) => Math.abs(value - (found[i] as number)));
  return Math.max(...deviations) / Math.max(...truth.map(Math.abs));
}
