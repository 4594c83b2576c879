import { type Parameter, type ParameterValue, parameterValue } from './parameter.ts';

/** A parameter as a forest sees it: a stretch of the number line, or a set of choices that weigh the same. */
export type Dimension =
  | { kind: 'number'; low: number; high: number; scale: 'linear' | 'log'; missing: number | undefined }
  | { kind: 'choice'; values: ParameterValue[] };

/**
 * Numbers are measured evenly over their range, on the parameter's scale. Where the key may be missing, a stretch below
 * the range stands for that, as long in proportion as configs lack the key.
 */
export function dimensionOf(parameter: Parameter, shareMissing: number): Dimension {
  if (parameter.kind === 'choice') return { kind: 'choice', values: parameter.values };
  const { scale } = parameter;
  const [low, high] = [onScale(parameter.low, scale), onScale(parameter.high, scale)];
  if (shareMissing === 0) return { kind: 'number', low, high, scale, missing: undefined };
  const gap = (high > low ? high - low : 1) * (shareMissing / (1 - shareMissing));
  return { kind: 'number', low: low - gap, high: high > low ? high : high + 1, scale, missing: low };
}

/** Where a value lies: on the scale of its dimension, or the index of its choice. */
export function coordinate(dimension: Dimension, value: ParameterValue): number {
  if (dimension.kind === 'choice') return dimension.values.indexOf(value);
  if (typeof value === 'number') return onScale(value, dimension.scale);
  return (dimension.low + (dimension.missing ?? dimension.high)) / 2;
}

/** Dimensions of the parameters and a row of coordinates for each config: `[configs][parameters]`. */
export function encode(parameters: readonly Parameter[], configs: readonly Readonly<Record<string, unknown>>[]) {
  const dimensions = parameters.map((parameter) => {
    const lacking = configs.filter((config) => parameterValue(config, parameter.key) === undefined).length;
    return dimensionOf(parameter, lacking / Math.max(1, configs.length));
  });
  const rows = configs.map((config) =>
    Float64Array.from(dimensions, (dimension, i) =>
      coordinate(dimension, parameterValue(config, (parameters[i] as Parameter).key)),
    ),
  );
  return { dimensions, rows };
}

export const onScale = (value: number, scale: 'linear' | 'log') => (scale === 'log' ? Math.log10(value) : value);
export const offScale = (at: number, scale: 'linear' | 'log') => (scale === 'log' ? 10 ** at : at);
