import { offScale, onScale } from '@duality/shared/analysis';
import { formatValue, formatValueTick } from './axis.ts';

/** A number, a choice, or nothing: a key that a config lacks, a metric that a run does not have. */
export type AxisValue = string | number | boolean | null | undefined;

/** One dimension along which runs are placed. */
export interface ValueAxis {
  /** A key of the config, or a value of the filter's language. */
  by: string;
  title: string;
  kind: 'number' | 'choice';
  scale: 'linear' | 'log';
  low: number;
  high: number;
  /** Of a choice, in order from the start of the axis: as the address writes it and as a person reads it. */
  choices: { value: string; title: string }[];
  /** What has no value on the axis has a place of its own before its start. */
  hasNone: boolean;
  isFlipped: boolean;
}

interface AxisRequest {
  by: string;
  title: string;
  values: readonly AxisValue[];
  /** What is asked for; where absent or impossible, the values decide. */
  scale?: 'linear' | 'log' | undefined;
  isFlipped?: boolean;
  /** How a choice is called. */
  nameOf?: (value: string | number | boolean) => string;
}

const decadesForLog = 2;
/** Where the place of what has no value is, before the start. */
export const nonePosition = -0.12;

export function makeAxis({ by, title, values, scale, isFlipped = false, nameOf = String }: AxisRequest): ValueAxis {
  const present = values.filter((value) => value !== null && value !== undefined);
  const numbers = present.filter((value) => typeof value === 'number' && Number.isFinite(value)) as number[];
  const isNumber = numbers.length > 0 && numbers.length === present.length;
  const [low, high] = isNumber ? [least(numbers), greatest(numbers)] : [0, 0];
  const isWide = low > 0 && high / low >= 0.999 * 10 ** decadesForLog;
  return {
    by,
    title,
    kind: isNumber ? 'number' : 'choice',
    scale: (scale === 'log' && low > 0) || (scale === undefined && isWide) ? 'log' : 'linear',
    low,
    high,
    choices: isNumber ? [] : choicesOf(present, nameOf),
    hasNone: present.length < values.length,
    isFlipped,
  };
}

export const canBeLogarithmic = ({ kind, low }: ValueAxis) => kind === 'number' && low > 0;

/** From 0 at the start of the axis to 1 at its end; a value that is not there lies before the start. */
export function positionOn(axis: ValueAxis, value: AxisValue): number {
  if (value === null || value === undefined) return nonePosition;
  if (axis.kind === 'choice')
    return placed(
      axis,
      (axis.choices.findIndex((choice) => choice.value === String(value)) + 0.5) / axis.choices.length,
    );
  return typeof value === 'number' ? placed(axis, shareOf(axis, value)) : nonePosition;
}

/** The number at a position, kept within the axis. */
export function numberAt(axis: ValueAxis, position: number): number {
  const share = Math.min(1, Math.max(0, axis.isFlipped ? 1 - position : position));
  const [low, high] = [onScale(axis.low, axis.scale), onScale(axis.high, axis.scale)];
  return offScale(low + share * (high - low), axis.scale);
}

export interface AxisTick {
  position: number;
  label: string;
}

/** Round numbers along the axis and both its ends, or each choice. */
export function ticksOf(axis: ValueAxis, atMost = 5): AxisTick[] {
  if (axis.kind === 'choice')
    return axis.choices.map(({ value, title }) => ({ position: positionOn(axis, value), label: title }));
  if (axis.low === axis.high) return [{ position: 0.5, label: formatValue(axis.low) }];
  const numbers = axis.scale === 'log' ? decades(axis) : roundNumbers(axis.low, axis.high, atMost);
  return numbers.map((value) => ({ position: positionOn(axis, value), label: formatValueTick(value) }));
}

/** Numbers 1, 2 or 5 times a power of ten apart, within both ends. */
export function roundNumbers(low: number, high: number, atMost: number): number[] {
  if (!(high > low)) return [low];
  const least = (high - low) / atMost;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

function choicesOf(
  present: readonly (string | number | boolean)[],
  nameOf: (value: string | number | boolean) => string,
) {
  const distinct = [...new Set(present)].map((value) => ({ value: String(value), title: nameOf(value) }));
  return distinct.sort((a, b) => a.title.localeCompare(b.title, 'en', { numeric: true }));
}

function decades({ low, high }: ValueAxis): number[] {
  const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  const every = Math.ceil((last - first + 1) / 7);
  const powers = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const shown = powers.filter((power) => (power - first) % every === 0).map((power) => Number(`1e${power}`));
  return shown.length > 1 ? shown : [low, high];
}

function shareOf({ low, high, scale }: ValueAxis, value: number): number {
  if (low === high) return 0.5;
  return (onScale(value, scale) - onScale(low, scale)) / (onScale(high, scale) - onScale(low, scale));
}

const placed = ({ isFlipped }: ValueAxis, share: number) => (isFlipped ? 1 - share : share);
const least = (list: readonly number[]) => list.reduce((a, b) => Math.min(a, b));
const greatest = (list: readonly number[]) => list.reduce((a, b) => Math.max(a, b));
