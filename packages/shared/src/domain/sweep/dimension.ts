import { z } from 'zod';

/** A value that a hyper-parameter can be given. */
export const ParameterChoice = z.union([z.string().max(200), z.number(), z.boolean()]);
export type ParameterChoice = z.infer<typeof ParameterChoice>;

/** Holds only where another parameter of the search space takes one of these values. */
const when = z.strictObject({ parameter: z.string(), values: z.array(ParameterChoice).min(1).max(1000) }).optional();
const range = { low: z.number(), high: z.number(), step: z.number().positive().optional(), when };

const Choice = z.strictObject({ type: z.literal('choice'), values: z.array(ParameterChoice).min(1).max(1000), when });
const NumberRange = z.strictObject({
  type: z.literal('number'),
  scale: z.enum(['linear', 'log']).default('linear'),
  ...range,
});
const IntegerRange = z.strictObject({
  type: z.literal('integer'),
  scale: z.enum(['linear', 'log']).default('linear'),
  ...range,
});

/**
 * What one hyper-parameter may be: one of some values, or a number from `low` to `high`, both taken in, drawn evenly on
 * its scale. With a `step`, only `low`, `low + step`, …; whole numbers lie 1 apart unless another step is given.
 */
export const Dimension = z.discriminatedUnion('type', [Choice, NumberRange, IntegerRange]);
export type Dimension = z.infer<typeof Dimension>;
export type RangeDimension = Exclude<Dimension, { type: 'choice' }>;

/** The distance of neighbouring values; undefined where any number between the bounds may come. */
export function stepOf(dimension: RangeDimension): number | undefined {
  return dimension.step ?? (dimension.type === 'integer' ? 1 : undefined);
}

/** How many values there are; infinite without a step. */
export function countValues(dimension: Dimension): number {
  if (dimension.type === 'choice') return dimension.values.length;
  const step = stepOf(dimension);
  // A step of 0.1 goes ten times into 1, whatever binary fractions say.
  return step === undefined ? Number.POSITIVE_INFINITY : Math.floor((dimension.high - dimension.low) / step + 1e-9) + 1;
}

/** The value at an index below `countValues`. */
export function valueAt(dimension: Dimension, index: number): ParameterChoice {
  if (dimension.type === 'choice') return dimension.values[index] as ParameterChoice;
  const step = stepOf(dimension) ?? Number.NaN;
  // Twelve digits hide the error of summing binary fractions and keep every digit that a person types.
  return Number((dimension.low + index * step).toPrecision(12));
}
