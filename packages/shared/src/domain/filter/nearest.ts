/** Those of `known` that `typed` was probably meant to be, likeliest first, at most three. */
export function findNearest(typed: string, known: readonly string[]): string[] {
  const wanted = typed.toLowerCase();
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  return known
    .map((name) => ({ name, distance: distanceOf(wanted, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Letters to add, drop, replace or swap; a part of at least three letters counts as one off. */
function distanceOf(a: string, b: string): number {
  if (a !== b && a.length >= 3 && b.includes(a)) return 1;
  let [before, previous]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const at = (list: number[] | undefined, index: number) => list?.[index] ?? Number.POSITIVE_INFINITY;
      const replace = at(previous, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(replace, swap, at(previous, j) + 1, at(row, j - 1) + 1));
    }
    [before, previous] = [previous, row];
  }
  return previous?.[b.length] ?? Number.POSITIVE_INFINITY;
}
