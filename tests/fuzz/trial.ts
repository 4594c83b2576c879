/** Something that is tried once, at a size, instead of with many inputs. */
export interface Trial {
  name: string;
  about: string;
  /** `scale` is 1 for the long run, and a share of it for a shorter one. Answers what was seen; throws where that is not well. */
  run: (folder: string, scale: number) => Promise<string>;
}

/** The value that all but a hundredth, or another share, stay within. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
