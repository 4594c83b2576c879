import type { Series } from '@duality/shared';
import { formatExact } from './axis.ts';
import type { Curve } from './curve.ts';

/** What stands above the columns of a curve's table. */
export function headOf({ series: { bucketSteps, name }, band }: Pick<Curve, 'series' | 'band'>): string[] {
  if (bucketSteps > 1) return ['up to step', 'mean', 'lowest', 'highest'];
  return ['step', name, ...(band === 'interval' ? ['interval from', 'to'] : [])];
}

/** The whole series as text for a spreadsheet: what is drawn, tab by tab. */
export function asTabSeparated(curve: Pick<Curve, 'series' | 'band'>): string {
  const { series } = curve;
  const kinds = new Map(series.nonFinite.map(({ step, kind }) => [step, kind]));
  const header = headOf(curve);
  const rows = series.steps.map((step, at) => {
    const value = series.values[at] ?? kinds.get(step) ?? 'nan';
    return [step, value, series.lows[at] ?? '', series.highs[at] ?? ''].slice(0, header.length);
  });
  return [header, ...rows].map((row) => row.join('\t')).join('\n');
}

/** The newest entries, newest first, as they are read out. */
export function newestRows(
  { series, band }: Pick<Curve, 'series' | 'band'>,
  count: number,
): { step: number; cells: string[] }[] {
  const kinds = new Map(series.nonFinite.map(({ step, kind }) => [step, kind]));
  const show = (value: number | null | undefined, step: number) =>
    value == null ? (kinds.get(step) ?? 'not finite') : formatExact(value);
  const from = Math.max(0, series.steps.length - count);
  return series.steps
    .slice(from)
    .map((step, at) => {
      const value = show(series.values[from + at], step);
      if (!band) return { step, cells: [value] };
      return { step, cells: [value, show(series.lows[from + at], step), show(series.highs[from + at], step)] };
    })
    .reverse();
}

/** What a series came to; undefined where it has no finite value. */
export function summariseCurve({ steps, values, lows, highs, nonFinite }: Series) {
  const finite = (list: readonly (number | null)[]) => list.filter((value): value is number => value !== null);
  const [low, high] = [finite(lows), finite(highs)];
  return {
    step: steps.at(-1),
    last: finite(values).at(-1),
    lowest: low.length > 0 ? low.reduce((a, b) => Math.min(a, b)) : undefined,
    highest: high.length > 0 ? high.reduce((a, b) => Math.max(a, b)) : undefined,
    notFinite: nonFinite.length,
  };
}
