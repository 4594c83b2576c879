import {
  countValues,
  type Dimension,
  holdsAt,
  orderOf,
  type ParameterChoice,
  type RangeDimension,
  type SearchPoint,
  type SearchSpace,
  stepOf,
  valueAt,
} from '@duality/shared';

/** The point whose parameters lie at these places; each parameter asks for its own, whether or not it holds. */
export function pointAtUnits(space: SearchSpace, unitAt: (parameter: number) => number): SearchPoint {
  let point: SearchPoint = {};
  for (const [i, key] of (orderOf(space) ?? []).entries()) {
    const dimension = space[key] as Dimension;
    if (holdsAt(dimension, point)) point = { ...point, [key]: valueAtUnit(dimension, unitAt(i)) };
  }
  return point;
}

/**
 * The value at a place from 0 to 1: even places give even values on the scale of the dimension. Each value of several
 * has a stretch around it, half a step to both sides, so that on a linear scale all come equally often.
 */
export function valueAtUnit(dimension: Dimension, unit: number): ParameterChoice {
  const last = countValues(dimension) - 1;
  if (dimension.type === 'choice') return valueAt(dimension, clamp(Math.floor(unit * (last + 1)), 0, last));
  const { from, to } = stretchOf(dimension);
  const value = offScale(dimension, from + unit * (to - from));
  const step = stepOf(dimension);
  if (step === undefined) return clamp(value, dimension.low, dimension.high);
  return valueAt(dimension, clamp(Math.round((value - dimension.low) / step), 0, last));
}

/** The place of a value, from 0 to 1. */
export const unitOf = (dimension: RangeDimension, value: number): number => share(dimension, onScale(dimension, value));

/** Between which places a value lies that has neighbours; undefined without a step. */
export function cellOf(dimension: RangeDimension, value: number): { from: number; to: number } | undefined {
  const step = stepOf(dimension);
  if (step === undefined) return undefined;
  return { from: unitOf(dimension, value - step / 2), to: unitOf(dimension, value + step / 2) };
}

function stretchOf(dimension: RangeDimension) {
  const step = stepOf(dimension);
  if (step === undefined) return { from: onScale(dimension, dimension.low), to: onScale(dimension, dimension.high) };
  const highest = valueAt(dimension, countValues(dimension) - 1) as number;
  return { from: onScale(dimension, dimension.low - step / 2), to: onScale(dimension, highest + step / 2) };
}

function share(dimension: RangeDimension, at: number): number {
  const { from, to } = stretchOf(dimension);
  return to > from ? clamp((at - from) / (to - from), 0, 1) : 0.5;
}

const onScale = ({ scale }: RangeDimension, value: number) => (scale === 'log' ? Math.log(value) : value);
const offScale = ({ scale }: RangeDimension, at: number) => (scale === 'log' ? Math.exp(at) : at);
const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
