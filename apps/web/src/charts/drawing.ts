import type { NonFinite, XAxis } from '@duality/shared';
import type { Curve } from './curve.ts';
import { type Range, type Span, valueRange, xSpan } from './range.ts';
import type { ReadingAid } from './reading-aids.ts';
import { firstAtOrAfter } from './series.ts';
import { type Smoothing, smooth } from './smoothing.ts';
import { heightOf, scaleFor, ticksOf, type ValueScale, type YScale } from './value-scale.ts';

export interface Point {
  x: number;
  y: number;
}

interface Stroke {
  /** The run it belongs to. */
  runId: number | undefined;
  points: Point[];
  /** The CSS variable that holds its colour, and how much of that. */
  token: string;
  alpha: number;
  width: number;
  dash: readonly number[];
}

interface Area {
  lows: Point[];
  highs: Point[];
  token: string;
  alpha: number;
  edgeAlpha: number;
}

/** All that a chart shows, decided; the front-most line first. Heights, not values, are its y. */
export interface Drawing {
  lines: Stroke[];
  bands: Area[];
  /** Those in view. */
  aids: (ReadingAid & { height: number })[];
  marks: { x: number; kind: NonFinite; token: string }[];
  /** Where on the x-axis something began to be wrong. */
  warnings: number[];
  /** The x-axis as it is seen, and all there is of it. */
  view: Span;
  whole: Span;
  range: Range;
  scale: ValueScale;
  /** Values to write at the y-axis; undefined where the axis finds its own. */
  ticks: number[] | undefined;
}

/** A drawing, and what its x-axis counts. */
export interface Drawn {
  drawing: Drawing;
  axis: XAxis;
}

export interface DrawingOptions {
  smoothing: Smoothing;
  withoutOutliers: boolean;
  yScale: YScale;
  aids: ReadingAid[];
  /** Steps at which something began to be wrong; only for charts over steps. */
  warnings?: readonly number[] | undefined;
  /** All of the x-axis when absent. */
  view?: Span | undefined;
  /** Where the axis ends when all of it is seen, if that is not for these curves to say. */
  whole?: Span | undefined;
}

/** Decides what a chart of these curves shows. */
export function draw(curves: readonly Curve[], options: DrawingOptions): Drawing {
  const { smoothing, withoutOutliers, yScale, aids } = options;
  const scale = scaleFor(curves, yScale);
  const whole = options.whole ?? xSpan(curves);
  const view = options.view ?? whole;
  const include = aids.filter((aid) => aid.isAlwaysInView).map((aid) => aid.value);
  const range = valueRange(curves, { scale, view, withoutOutliers, include });
  const crowd = crowdOf(curves.length);
  return {
    // The later ones in front: a held-out curve is sparse and would vanish behind the other.
    lines: curves.flatMap((curve) => linesOf(curve, scale, smoothing, crowd)).reverse(),
    bands: curves.flatMap((curve) => bandOf(curve, scale, crowd)),
    aids: aids
      .map((aid) => ({ ...aid, height: heightOf(scale, aid.value) }))
      .filter(({ height }) => height >= range.low && height <= range.high),
    marks: curves.flatMap((curve) => marksOf(curve, view)),
    warnings: (options.warnings ?? []).filter((x) => x >= view.low && x <= view.high),
    view,
    whole,
    range,
    scale,
    ticks: ticksOf(scale, range.low, range.high),
  };
}

/** Many curves are drawn thinner and their bands paler, or the last one would cover all others. */
interface Crowd {
  width: number;
  band: number;
  edge: number;
}

function crowdOf(count: number): Crowd {
  if (count <= 2) return { width: 1.75, band: 0.13, edge: 0.5 };
  if (count <= 8) return { width: 1.5, band: 0.1, edge: 0.4 };
  return count <= 24 ? { width: 1.25, band: 0.07, edge: 0.35 } : { width: 1, band: 0.04, edge: 0.35 };
}

function linesOf(curve: Curve, scale: ValueScale, smoothing: Smoothing, crowd: Crowd): Stroke[] {
  const { series, token, dash, isSecond, runId } = curve;
  const raw = pointsOf(curve, scale, series.values);
  const main = { runId, token, dash, alpha: isSecond ? 0.75 : 1, width: isSecond ? crowd.width * 0.7 : crowd.width };
  if (smoothing.kind === 'none') return [{ ...main, points: raw }];
  return [
    { ...main, points: raw, dash: [], alpha: 0.25, width: 1 },
    { ...main, points: pointsOf(curve, scale, smooth(series.steps, series.values, smoothing)) },
  ];
}

function bandOf(curve: Curve, scale: ValueScale, { band, edge }: Crowd): Area[] {
  if (!curve.band) return [];
  const { token, series } = curve;
  const ends = { lows: pointsOf(curve, scale, series.lows), highs: pointsOf(curve, scale, series.highs) };
  return [{ ...ends, token, alpha: band, edgeAlpha: edge }];
}

/** Where a value was no finite number, on the axis as it is seen. */
function marksOf({ series, xs, token }: Curve, view: Span): Drawing['marks'] {
  return series.nonFinite
    .map(({ step, kind }) => ({ x: xOfStep(series.steps, xs, step), kind, token }))
    .filter(({ x }) => x >= view.low && x <= view.high);
}

/** Between two entries in proportion. */
export function xOfStep(steps: readonly number[], xs: readonly number[], step: number): number {
  const at = firstAtOrAfter(steps, step);
  if (at === steps.length) return xs.at(-1) ?? step;
  const [before, after] = [steps[at - 1], steps[at] as number];
  if (before === undefined || after === step) return xs[at] as number;
  const [x, y] = [xs[at - 1] as number, xs[at] as number];
  return x + ((y - x) * (step - before)) / (after - before);
}

/** chart.js breaks a line at NaN: a missing value is a gap, never a zero. */
const pointsOf = ({ xs }: Curve, scale: ValueScale, values: readonly (number | null)[]): Point[] =>
  xs.map((x, at) => ({ x, y: heightOf(scale, values[at] ?? Number.NaN) }));
