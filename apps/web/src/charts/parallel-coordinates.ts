import { nonePosition, numberAt, positionOn, type ValueAxis } from './value-axis.ts';

/** Where axes and lines lie, in CSS pixels, or in percent with a width and height of 100. */
export interface ParallelFrame {
  width: number;
  height: number;
  axes: number;
  /** Whether room is kept below the axes for what has no value. */
  hasNone: boolean;
}

/** What was brushed on one axis. */
export interface AxisBrush {
  range?: { low: number; high: number };
  among?: string[];
}

interface Line {
  id: number;
  isOut: boolean;
  positions: readonly number[];
}

/** Of the height, at either end of the axes. */
const margin = 0.04;

export const axisX = ({ width, axes }: ParallelFrame, axis: number) => ((axis + 0.5) / axes) * width;

export function positionY({ height, hasNone }: ParallelFrame, position: number): number {
  const least = hasNone ? nonePosition : 0;
  return height * (1 - margin - ((position - least) / (1 - least)) * (1 - 2 * margin));
}

/** The position on an axis at a height; below 0 and above 1 off its ends. */
export function positionAt(frame: ParallelFrame, y: number): number {
  const [start, end] = [positionY(frame, 0), positionY(frame, 1)];
  return (y - start) / (end - start);
}

/** The run whose line passes nearest to a point, if any does within so many pixels; those left out only where alone. */
export function nearestLine(
  lines: readonly Line[],
  frame: ParallelFrame,
  x: number,
  y: number,
  within = 14,
): number | undefined {
  const at = (x / frame.width) * frame.axes - 0.5;
  const from = Math.min(Math.max(0, Math.floor(at)), Math.max(0, frame.axes - 2));
  const share = Math.min(1, Math.max(0, at - from));
  let best: { id: number; away: number } | undefined;
  for (const { id, isOut, positions } of lines) {
    const [left = 0, right = left] = positions.slice(from, from + 2);
    const away = Math.abs(positionY(frame, left + (right - left) * share) - y) + (isOut ? within / 2 : 0);
    if (away <= within && away < (best?.away ?? Number.POSITIVE_INFINITY)) best = { id, away };
  }
  return best?.id;
}

/** What lies between two positions of an axis; undefined where that is nothing or everything. */
export function brushBetween(axis: ValueAxis, from: number, to: number): AxisBrush | undefined {
  const [start, end] = [Math.min(from, to), Math.max(from, to)];
  if (axis.kind === 'choice') {
    const isIn = (value: string) => positionOn(axis, value) >= start && positionOn(axis, value) <= end;
    const among = axis.choices.map(({ value }) => value).filter(isIn);
    if (axis.hasNone && start <= nonePosition / 2) among.push('none');
    return among.length > 0 && among.length < axis.choices.length + (axis.hasNone ? 1 : 0) ? { among } : undefined;
  }
  if (start <= 0 && end >= 1) return undefined;
  if (end <= 0 || start >= 1) return undefined;
  const ends = [start, end].map((position) => legible(axis, numberAt(axis, position)));
  return { range: { low: Math.min(...ends), high: Math.max(...ends) } };
}

/** Four digits are as exact as a hand; an end of the axis keeps all of its own, or the run there would be left out. */
const legible = ({ low, high }: ValueAxis, value: number) =>
  [low, high].find((end) => Math.abs(value - end) <= 1e-9 * Math.abs(end)) ?? Number(value.toPrecision(4));

/** The stretch of the axis that a brush on numbers covers. */
export function brushedStretch(axis: ValueAxis, { range }: AxisBrush): { from: number; to: number } | undefined {
  if (!range || axis.kind === 'choice') return undefined;
  const ends = [range.low, range.high].map((value) => positionOn(axis, Math.min(Math.max(value, axis.low), axis.high)));
  return { from: Math.min(...ends), to: Math.max(...ends) };
}
