/** Half-lives in steps that the smoothing slider offers; 0 leaves a curve as it is. */
export const halfLives = [0, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

/**
 * Moving average whose weights halve every `halfLife` steps, without the pull towards zero at the start (debiased as
 * in Adam, 1412.6980 §3). Gaps stay gaps. Counted in steps, so that it means the same at every resolution.
 */
export function smooth(
  steps: readonly number[],
  values: readonly (number | null)[],
  halfLife: number,
): (number | null)[] {
  if (halfLife <= 0) return [...values];
  let sum = 0;
  let weight = 0;
  let before: number | undefined;
  return values.map((value, at) => {
    const step = steps[at] as number;
    const decay = before === undefined ? 0 : 2 ** (-(step - before) / halfLife);
    if (value === null) return null;
    before = step;
    sum = sum * decay + value;
    weight = weight * decay + 1;
    return sum / weight;
  });
}
