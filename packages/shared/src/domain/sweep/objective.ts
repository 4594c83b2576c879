import { z } from 'zod';

/** What a sweep drives: one number of each run, and which way. */
export const Objective = z.strictObject({
  metric: z.string().trim().min(1).max(200),
  /** `last` value, `best` in the direction, or the mean of the last `count`. */
  summary: z.enum(['last', 'best', 'meanOfLast']).default('last'),
  count: z.int().min(1).max(100_000).default(10),
  direction: z.enum(['minimise', 'maximise']),
});
export type Objective = z.infer<typeof Objective>;

/** Of values in step order, of which those that are not finite are left out; null when none is left. */
export function summariseObjective(
  values: readonly (number | null)[],
  { summary, count, direction }: Objective,
): number | null {
  const finite = values.filter((value): value is number => value !== null && Number.isFinite(value));
  if (finite.length === 0) return null;
  if (summary === 'last') return finite.at(-1) as number;
  if (summary === 'best') return finite.reduce((a, b) => (direction === 'minimise' ? Math.min(a, b) : Math.max(a, b)));
  const last = finite.slice(-count);
  return last.reduce((sum, value) => sum + value, 0) / last.length;
}

/** Negative when `a` is better. */
export const compareObjective = ({ direction }: Pick<Objective, 'direction'>, a: number, b: number) =>
  direction === 'minimise' ? a - b : b - a;
