import type { Dimension, ParameterChoice, RunConfig } from '@duality/shared';
import { type ConfigValue, fieldOf, readField } from '#components/config-fields.ts';
import { readNumber } from '#components/read-number.ts';

/** A parameter that varies, as it stands in the form: numbers may be half typed. */
export interface TypedDimension {
  key: string;
  isRange: boolean;
  values: string[];
  scale: 'linear' | 'log';
  low: string;
  high: string;
  step: string;
  when: { parameter: string; values: string[] } | null;
}

/** Only a number can come from a range. */
export const canBeRange = (key: string): boolean => ['whole', 'real'].includes(fieldOf(key)?.kind ?? '');

/** A choice as it was typed, as the value that it stands for. */
export function readChoice(key: string, text: string): unknown {
  const field = fieldOf(key);
  if (!field) return text;
  if (field.kind === 'switch') return text === 'true' ? true : text === 'false' ? false : text;
  return readField(field, text);
}

export function readDimension(typed: TypedDimension): Record<string, unknown> {
  const { key, isRange, values, scale, low, high, step, when } = typed;
  const condition = when
    ? { when: { parameter: when.parameter, values: when.values.map((text) => readChoice(when.parameter, text)) } }
    : {};
  if (!isRange) return { type: 'choice', values: values.map((text) => readChoice(key, text)), ...condition };
  const type = fieldOf(key)?.kind === 'whole' ? 'integer' : 'number';
  const spacing = step.trim() === '' || scale === 'log' ? {} : { step: readNumber(step) };
  return {
    type,
    ...(scale === 'log' && { scale }),
    low: readNumber(low),
    high: readNumber(high),
    ...spacing,
    ...condition,
  };
}

export function typedDimension(key: string, dimension: Dimension): TypedDimension {
  const { when } = dimension;
  const empty = { key, isRange: false, values: [], scale: 'linear', low: '', high: '', step: '' } as const;
  const condition = { when: when ? { parameter: when.parameter, values: when.values.map(String) } : null };
  if (dimension.type === 'choice') return { ...empty, values: dimension.values.map(String), ...condition };
  const { low, high, step, scale } = dimension;
  return {
    ...empty,
    values: [],
    isRange: true,
    scale,
    low: String(low),
    high: String(high),
    step: step === undefined ? '' : String(step),
    ...condition,
  };
}

/** What a parameter is at first: a grid takes choices, what is drawn takes a range around the preset's value. */
export function firstDimension(key: string, config: RunConfig, preset: string, isGrid: boolean): TypedDimension {
  const value = key === 'preset' ? preset : (config[key as keyof RunConfig] as ConfigValue);
  const first = typedDimension(key, { type: 'choice', values: [value as ParameterChoice] });
  if (isGrid || !canBeRange(key) || typeof value !== 'number') return withOtherValue(first, value);
  if (fieldOf(key)?.kind === 'whole') {
    return {
      ...first,
      isRange: true,
      low: String(Math.max(1, Math.floor(value / 2))),
      high: String(Math.max(2, value * 2)),
    };
  }
  if (value <= 0 || (key !== 'learningRate' && value < 1)) return { ...first, isRange: true, low: '0', high: '0.9' };
  return {
    ...first,
    isRange: true,
    scale: 'log',
    low: plain(value / 10),
    high: plain(Math.min(value * 10, key === 'learningRate' ? 1 : 1e6)),
  };
}

/** One value is no choice: beside the preset's stands one that often comes next. */
function withOtherValue(typed: TypedDimension, value: ConfigValue): TypedDimension {
  const field = fieldOf(typed.key);
  if (typeof value === 'boolean') return { ...typed, values: ['false', 'true'] };
  if (field?.kind === 'choice') {
    const other = field.choices.find((choice) => choice.value !== value);
    return other ? { ...typed, values: [String(value), String(other.value)] } : typed;
  }
  return typed;
}

const plain = (value: number) => String(Number(value.toPrecision(6)));
