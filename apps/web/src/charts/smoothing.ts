/**
 * How a curve is smoothed: not at all; by weights that halve every so many steps; or, as TensorBoard has it, by a share
 * of what was before that is the same for every point, however many steps it stands for.
 */
export type Smoothing = { kind: 'none' } | { kind: 'half-life'; steps: number } | { kind: 'share'; share: number };

/** Half-lives in steps, and shares, that the slider offers; 0 leaves a curve as it is. */
export const halfLives = [0, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] as const;
export const shares = [0, 0.3, 0.6, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999] as const;

export const unsmoothed: Smoothing = { kind: 'none' };

/** Moving average without the pull towards zero at the start (debiased as in Adam, 1412.6980 §3). Gaps stay gaps. */
export function smooth(
  steps: readonly number[],
  values: readonly (number | null)[],
  smoothing: Smoothing,
): (number | null)[] {
  if (smoothing.kind === 'none') return [...values];
  const decayOver = smoothing.kind === 'share' ? () => smoothing.share : (gap: number) => 2 ** (-gap / smoothing.steps);
  let sum = 0;
  let weight = 0;
  let before: number | undefined;
  return values.map((value, at) => {
    const step = steps[at] as number;
    const decay = before === undefined ? 0 : decayOver(step - before);
    if (value === null) return null;
    before = step;
    sum = sum * decay + value;
    weight = weight * decay + 1;
    return sum / weight;
  });
}

/** `50` is a half-life in steps, `ema:0.9` a share; anything else is no smoothing. */
export function parseSmoothing(text: string | null): Smoothing {
  const share = Number(/^ema:(.+)$/.exec(text ?? '')?.[1]);
  if (share > 0 && share < 1) return { kind: 'share', share };
  const steps = Number(text);
  return steps > 0 && Number.isFinite(steps) ? { kind: 'half-life', steps } : unsmoothed;
}

export function formatSmoothing(smoothing: Smoothing): string | undefined {
  if (smoothing.kind === 'none') return undefined;
  return smoothing.kind === 'share' ? `ema:${smoothing.share}` : String(smoothing.steps);
}
