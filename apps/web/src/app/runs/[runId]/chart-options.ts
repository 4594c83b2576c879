import { halfLives } from '#charts/smoothing.ts';

export interface ChartOptions {
  /** Of the smoothing, in steps; 0 for none. */
  halfLife: number;
  withoutOutliers: boolean;
  wantsLogarithm: boolean;
}

export function parseChartOptions(query: URLSearchParams): ChartOptions {
  const halfLife = Number(query.get('smooth'));
  return {
    halfLife: halfLives.some((known) => known === halfLife) ? halfLife : 0,
    withoutOutliers: query.has('outliers', 'hidden'),
    wantsLogarithm: query.has('scale', 'log'),
  };
}

/** What is not said is the default. */
export function chartQuery({ halfLife, withoutOutliers, wantsLogarithm }: ChartOptions): string {
  const query = new URLSearchParams();
  if (halfLife > 0) query.set('smooth', String(halfLife));
  if (withoutOutliers) query.set('outliers', 'hidden');
  if (wantsLogarithm) query.set('scale', 'log');
  return query.size > 0 ? `?${query}` : '';
}
