import type { Span } from '#charts/range.ts';
import { formatSmoothing, parseSmoothing, type Smoothing } from '#charts/smoothing.ts';
import { type YScale, yScales } from '#charts/value-scale.ts';
import { formatView, parseView } from '#charts/viewport.ts';
import type { AddressChange } from './use-address.ts';

/** How all charts of a page are drawn. */
export interface ChartOptions {
  smoothing: Smoothing;
  withoutOutliers: boolean;
  yScale: YScale;
  /** The part of the x-axis that is seen; undefined for all of it. */
  view: Span | undefined;
}

/** `smooth=50` or `smooth=ema:0.9`, `outliers=hidden`, `scale=log|signed`, `from` and `to`. */
export function parseChartOptions(query: URLSearchParams): ChartOptions {
  return {
    smoothing: parseSmoothing(query.get('smooth')),
    withoutOutliers: query.has('outliers', 'hidden'),
    yScale: yScales.find((known) => known === query.get('scale')) ?? 'linear',
    view: parseView(query.get('from'), query.get('to')),
  };
}

/** What is not said is the default. */
export const chartAddress = ({ smoothing, withoutOutliers, yScale, view }: ChartOptions): AddressChange => ({
  smooth: formatSmoothing(smoothing),
  outliers: withoutOutliers ? 'hidden' : undefined,
  scale: yScale === 'linear' ? undefined : yScale,
  ...formatView(view),
});
