/** More runs than this are not compared at once. */
export const comparedAtMost = 500;

/** `1,2,5-9`: in order, each once. What is no number of a run is left out. */
export function parseRunIds(text: string): number[] {
  const ids = text.split(',').flatMap((part) => {
    const [, first, last = first] = /^(\d{1,15})(?:-(\d{1,15}))?$/.exec(part.trim()) ?? [];
    const from = Number(first);
    const count = Math.min(Number(last) - from + 1, comparedAtMost);
    return first && from > 0 && count > 0 ? Array.from({ length: count }, (_, at) => from + at) : [];
  });
  return [...new Set(ids)].sort((a, b) => a - b).slice(0, comparedAtMost);
}

/** The same the other way: three or more in a row are written as a range. */
export function formatRunIds(ids: readonly number[]): string {
  const stretches: { first: number; last: number }[] = [];
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
    const stretch = stretches.at(-1);
    if (stretch?.last === id - 1) stretch.last = id;
    else stretches.push({ first: id, last: id });
  }
  return stretches
    .map(({ first, last }) => (first === last ? `${first}` : `${first}${last > first + 1 ? '-' : ','}${last}`))
    .join(',');
}

export const compareHref = (ids: readonly number[]) => `/compare?runs=${formatRunIds(ids)}`;
