/** Points or feature rows, [count][dimension]: plain numbers or the rows of a typed array. */
export type Points = readonly ArrayLike<number>[];

/** Σ (aᵢ − bᵢ)², from differences: the expanded form a² − 2ab + b² would break ties that are exact here. */
export function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    sum += difference * difference;
  }
  return sum;
}

export const euclideanDistance = (a: ArrayLike<number>, b: ArrayLike<number>) => Math.sqrt(squaredDistance(a, b));

/** The one dimension of all `sets`; throws a RangeError when a set is empty or the rows differ in length. */
export function dimensionOf(...sets: Points[]): number {
  const dimension = sets[0]?.[0]?.length ?? 0;
  for (const set of sets) {
    if (set.length === 0) throw new RangeError('a set of points is empty');
    if (set.some((point) => point.length !== dimension)) throw new RangeError('points differ in their dimension');
  }
  return dimension;
}
