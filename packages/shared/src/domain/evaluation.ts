import { z } from 'zod';

/** A measured number and its 95 % interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** A critic over the plane, with what it tells apart. Scores differ by an unknown constant, so only their differences count. */
export const CriticSurface = z.object({
  /** Corners of the square, [x, y] each. */
  low: z.array(z.number()).length(2),
  high: z.array(z.number()).length(2),
  /** Scores at `size` × `size` points, corners included, row by row from `low` along x. */
  size: z.int(),
  scores: z.array(z.number()),
  /** Gradients [∂x, ∂y] at `arrows` × `arrows` points in the middles of equal squares, in the same order. */
  arrows: z.int(),
  gradients: z.array(z.number()),
  /** [x, y, x, y, …] */
  real: z.array(z.number()),
  generated: z.array(z.number()),
});
export type CriticSurface = z.infer<typeof CriticSurface>;

/** What an evaluation found that is no number over steps. */
export const EvaluationDetail = z.object({
  /** Samples of each class, as our own classifier takes them, or of high quality at each mode. */
  classCounts: z.array(z.int()).optional(),
  surface: CriticSurface.optional(),
});
export type EvaluationDetail = z.infer<typeof EvaluationDetail>;

export interface Evaluation {
  id: number;
  runId: number;
  step: number;
  /** There is a picture of samples over their nearest training images. */
  hasNeighbours: boolean;
}

/** A metric's intervals over steps, as parallel arrays, and what held-out samples score by the same measure. */
export interface MetricCertainty {
  name: string;
  steps: number[];
  lows: number[];
  highs: number[];
  floor: Estimate | null;
}

/** Whether samples are measured after `step`: at each multiple of `every` and, in a run that has one, at the last step. */
export const isEvaluationStep = (step: number, every: number, lastStep: number): boolean =>
  every > 0 && step > 0 && (step % every === 0 || (step === lastStep && step > every));
