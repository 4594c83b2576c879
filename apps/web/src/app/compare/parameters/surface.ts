import { type ResponseSurface, responseSurface } from '@duality/shared/analysis';
import { goodness } from '#charts/colour-ramp.ts';
import { makeAxis, positionOn, roundNumbers, type ValueAxis } from '#charts/value-axis.ts';
import { fieldTitle } from '#components/config-fields.ts';
import { describeValue } from './differences.ts';
import type { Goal } from './parameters-address.ts';
import type { JudgedRun } from './plot.ts';
import type { GrownForest } from './use-forest.ts';

export interface DrawnSurface extends ResponseSurface {
  x: ValueAxis;
  y: ValueAxis;
  shares: number[];
  levels: number[];
  /** Of the cells, what legend and colours go by. */
  range: { low: number; high: number };
  /** Values at the contours. */
  marks: number[];
  points: { id: number; x: number; y: number }[];
}

/** The pair that was asked for where both are there, otherwise the two most important. */
export function choosePair(
  grown: GrownForest,
  asked: readonly [string, string] | undefined,
): readonly [string, string] | undefined {
  const keys = grown.parameters.map(({ key }) => key);
  if (asked && asked[0] !== asked[1] && asked.every((key) => keys.includes(key))) return asked;
  const rank = (key: string) => grown.effects?.[keys.indexOf(key)]?.mean ?? 0;
  const [first, second] = keys.toSorted((a, b) => rank(b) - rank(a));
  return first && second ? [first, second] : undefined;
}

const contoursAtMost = 7;

export function drawSurface(
  { forest, rows, parameters }: GrownForest,
  runs: readonly JudgedRun[],
  pair: readonly [string, string],
  goal: Goal,
): DrawnSurface {
  const [atX, atY] = pair.map((by) => parameters.findIndex(({ key }) => key === by)) as [number, number];
  const surface = responseSurface(forest, rows, atX, atY);
  const [x, y] = [atX, atY].map((at) => axisOf(parameters[at] as GrownForest['parameters'][number])) as [
    ValueAxis,
    ValueAxis,
  ];
  const values = [...surface.values];
  const range = { low: Math.min(...values), high: Math.max(...values) };
  const areNumbers = x.kind === 'number' && y.kind === 'number';
  const marks = areNumbers && range.high > range.low ? roundNumbers(range.low, range.high, contoursAtMost) : [];
  return {
    ...surface,
    x,
    y,
    range,
    marks,
    shares: values.map((value) => goodness(value, range, goal)),
    levels: marks.map((value) => goodness(value, range, goal)),
    points: runs.map(({ id, config }) => ({ id, x: placed(x, config), y: placed(y, config) })),
  };
}

/** In the order of the forest's dimensions, which the cells are in. */
function axisOf({ key, values, scale, kind }: GrownForest['parameters'][number]): ValueAxis {
  const nameOf = (value: string | number | boolean) => describeValue(key, value);
  const axis = makeAxis({ by: key, title: fieldTitle(key), values, scale, nameOf });
  if (kind === 'number') return axis;
  const choices = values.map((value) => ({ value: String(value), title: describeValue(key, value) }));
  return { ...axis, kind: 'choice', choices };
}

function placed(axis: ValueAxis, config: JudgedRun['config']): number {
  const value = (config as Record<string, unknown>)[axis.by];
  return positionOn(axis, axis.kind === 'choice' ? String(value) : (value as number));
}
