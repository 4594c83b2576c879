/** The last `size` values of a metric. */
export interface Window {
  /** Whether there are `size` values now. */
  push: (value: number | undefined) => boolean;
  values: () => readonly number[];
}

export function createWindow(size: number): Window {
  const values: number[] = [];
  return {
    push: (value) => {
      if (value !== undefined) values.push(value);
      if (values.length > size) values.shift();
      return values.length === size;
    },
    values: () => values,
  };
}

/** Of an even count, the upper of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

export const range = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

/** Curves of critics are filtered by a median over 101 steps, as 1701.07875 does for its figures. */
export const filterSteps = 101;
