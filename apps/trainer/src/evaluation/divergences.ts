/**
 * Divergences between two discrete distributions over the same points, in natural logarithms. Each argument holds one
 * probability a point; a RangeError is thrown when there are not as many in one as in the other.
 */

/** KL(p ‖ q) = Σ p log(p/q), where 0·log 0 = 0; Infinity when q is 0 at a point where p is not. */
export function klDivergence(p: ArrayLike<number>, q: ArrayLike<number>): number {
  return sumOver(p, q, (a, b) => (a === 0 ? 0 : a * Math.log(a / b)));
}

/** ½ KL(p ‖ m) + ½ KL(q ‖ m) with m = (p + q)/2: from 0 to log 2. */
export function jensenShannon(p: ArrayLike<number>, q: ArrayLike<number>): number {
  const half = (a: number, b: number) => (a === 0 ? 0 : 0.5 * a * Math.log((2 * a) / (a + b)));
  return sumOver(p, q, (a, b) => half(a, b) + half(b, a));
}

/** ½ Σ |p − q|: from 0 to 1. */
export function totalVariation(p: ArrayLike<number>, q: ArrayLike<number>): number {
  return sumOver(p, q, (a, b) => 0.5 * Math.abs(a - b));
}

function sumOver(p: ArrayLike<number>, q: ArrayLike<number>, term: (p: number, q: number) => number): number {
  if (p.length !== q.length) throw new RangeError(`distributions over ${p.length} and over ${q.length} points`);
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += term(p[i] as number, q[i] as number);
  return sum;
}
