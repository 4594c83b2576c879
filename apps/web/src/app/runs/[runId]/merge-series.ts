import type { MetricPoint, Series } from '@duality/shared';
import { emptySeries, mergePoints } from '#charts/series.ts';

/** All series of a run with new points in them; a metric that is logged for the first time gets a series. */
export function mergeSeries(old: readonly Series[], points: readonly MetricPoint[]) {
  const names = new Set([...old.map((series) => series.name), ...points.map((point) => point.name)]);
  const merged = [...names].map((name) => {
    const series = old.find((one) => one.name === name);
    const own = points.filter((point) => point.name === name);
    return series && own.length === 0 ? { series, isStale: false } : mergePoints(series ?? emptySeries(name), own);
  });
  return {
    series: merged.map(({ series }) => series),
    isStale: merged.some(({ isStale }) => isStale),
  };
}
