import type { Series } from '@duality/shared';
import { type Range, stepRange, valueRange } from './range.ts';
import type { ReadingAid } from './reading-aids.ts';
import { smooth } from './smoothing.ts';

interface Point {
  x: number;
  y: number;
}

interface Line {
  points: Point[];
  /** The CSS variable that holds its colour. */
  token: string;
  width: number;
  dash?: number[];
}

/** All that a chart shows, decided; the front-most line first. */
export interface Drawing {
  lines: Line[];
  bands: { lows: Point[]; highs: Point[]; token: string; edgeToken: string }[];
  /** Those in view. */
  aids: ReadingAid[];
  marks: Series['nonFinite'];
  steps: { first: number; last: number };
  range: Range;
  isLogarithmic: boolean;
}

export interface DrawingOptions {
  halfLife: number;
  withoutOutliers: boolean;
  wantsLogarithm: boolean;
  aids: ReadingAid[];
}

/** Told apart by more than their colour. */
const dash = [5, 3];

const tokens = [
  { line: '--chart-line', raw: '--chart-raw', band: '--chart-band', edge: '--chart-edge' },
  {
    line: '--chart-second',
    raw: '--chart-raw-second',
    band: '--chart-band-second',
    edge: '--chart-edge-second',
  },
] as const;

/** A main series and, perhaps, a second one on the same axes. A logarithm is taken only where every value has one. */
export function draw(series: readonly Series[], options: DrawingOptions): Drawing {
  const { halfLife, withoutOutliers, wantsLogarithm, aids } = options;
  const included = aids.filter((aid) => aid.isAlwaysInView).map((aid) => aid.value);
  const isLogarithmic = wantsLogarithm && canBeLogarithmic(series);
  const range = valueRange(series, withoutOutliers, included);
  return {
    // The second one in front: a held-out curve is sparse and would vanish behind the other.
    lines: series
      .flatMap((one, at) => linesOf(one, at === 0 ? undefined : dash, tokens[at] ?? tokens[0], halfLife))
      .reverse(),
    bands: series.flatMap((one, at) => bandOf(one, tokens[at] ?? tokens[0])),
    aids: aids.filter(({ value }) => value >= range.low && value <= range.high),
    marks: series.flatMap((one) => one.nonFinite),
    steps: stepRange(series),
    range: isLogarithmic ? { ...range, low: smallestLow(series) / 1.3 } : range,
    isLogarithmic,
  };
}

const canBeLogarithmic = (series: readonly Series[]) =>
  series.every((one) => one.lows.every((low) => low === null || low > 0));

const smallestLow = (series: readonly Series[]) =>
  series.flatMap((one) => one.lows).reduce<number>((least, low) => Math.min(least, low ?? least), Number.MAX_VALUE);

function linesOf(series: Series, dash: number[] | undefined, token: (typeof tokens)[number], halfLife: number): Line[] {
  const raw = { points: pointsOf(series.steps, series.values), width: 1.5 };
  const main = { token: token.line, width: 1.75, ...(dash && { dash }) };
  if (halfLife === 0) return [{ ...raw, ...main }];
  const smoothed = pointsOf(series.steps, smooth(series.steps, series.values, halfLife));
  return [
    { ...raw, token: token.raw, width: 1 },
    { ...main, points: smoothed },
  ];
}

function bandOf({ bucketSteps, steps, lows, highs }: Series, token: (typeof tokens)[number]) {
  if (bucketSteps === 1) return [];
  const ends = { lows: pointsOf(steps, lows), highs: pointsOf(steps, highs) };
  return [{ ...ends, token: token.band, edgeToken: token.edge }];
}

/** chart.js breaks a line at NaN: a missing value is a gap, never a zero. */
const pointsOf = (steps: readonly number[], values: readonly (number | null)[]): Point[] =>
  steps.map((step, at) => ({ x: step, y: values[at] ?? Number.NaN }));
