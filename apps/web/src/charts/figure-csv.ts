import type { XAxis } from '@duality/shared';
import type { Curve } from './curve.ts';

const columns: Record<XAxis, string> = {
  step: 'step',
  epoch: 'epoch',
  relative: 'seconds',
  wall: 'time_ms',
};

/**
 * All points as they are drawn, a line each: the curve, its step, its place on the axis where that is another, and the
 * value, with its interval where it is known; of buckets the last step, the mean and both extremes. A value that is not finite is `nan`, `inf` or `-inf`.
 */
export function asCommaSeparated(curves: readonly Curve[], axis: XAxis): string {
  const isExact = curves.every(({ series, band }) => series.bucketSteps === 1 && band !== 'spread');
  const hasEnds = !isExact || curves.some(({ band }) => band === 'interval');
  const valueNames = isExact ? ['value', 'interval_low', 'interval_high'] : ['mean', 'lowest', 'highest'];
  const header = ['curve', 'metric', 'step', ...(axis === 'step' ? [] : [columns[axis]])];
  const lines = curves.flatMap(({ name, series, xs, band }) => {
    const kinds = new Map(series.nonFinite.map(({ step, kind }) => [step, kind]));
    return series.steps.map((step, at) => {
      const value = series.values[at] ?? kinds.get(step) ?? 'nan';
      const isKnown = !isExact || band === 'interval';
      const ends = isKnown ? [series.lows[at] ?? '', series.highs[at] ?? ''] : ['', ''];
      const place = axis === 'step' ? [] : [xs[at] as number];
      return [quote(name ?? series.name), quote(series.name), step, ...place, value, ...(hasEnds ? ends : [])];
    });
  });
  return [[...header, ...valueNames.slice(0, hasEnds ? 3 : 1)], ...lines].map((line) => `${line.join(',')}\n`).join('');
}

/** RFC 4180. A spreadsheet would run a name that begins like a formula. */
function quote(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
