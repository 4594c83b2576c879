/** One number of a reference file against what the code here makes of it. */
export interface Check {
  section: string;
  /** Which case of the section, and which of its numbers. */
  entry: string;
  /** How far off; Infinity where the two cannot be compared. */
  error: number;
  allowed: number;
  passed: boolean;
}

/** Lists are compared entry by entry; their error is the largest. */
export function check(section: string, entry: string, actual: Value, expected: Value, allowed: number): Check {
  const error = difference(actual, expected);
  return { section, entry, error, allowed, passed: error <= allowed };
}

/** Null where a number is not defined. */
export type Value = number | number[] | null;

function difference(actual: Value, expected: Value): number {
  if (actual === null || expected === null) return actual === expected ? 0 : Infinity;
  if (typeof actual === 'number' && typeof expected === 'number') {
    if (actual === expected) return 0; // also both infinite
    const error = Math.abs(actual - expected);
    return Number.isNaN(error) ? Infinity : error;
  }
  const [a, b] = [[actual].flat(), [expected].flat()];
  if (a.length !== b.length) return Infinity;
  return Math.max(0, ...a.map((value, i) => difference(value, b[i] as number)));
}
