'use client';

import { useMemo } from 'react';
import { type ChartOptions, chartAddress, parseChartOptions } from './chart-options.ts';
import { useAddress } from './use-address.ts';

/** How all charts of the page are drawn; the address holds it, so that a copied link shows the same curves. */
export function useChartOptions(): [ChartOptions, (change: Partial<ChartOptions>) => void] {
  const { query, change } = useAddress();
  const options = useMemo(() => parseChartOptions(query), [query]);
  return [options, (changed) => change(chartAddress({ ...options, ...changed }))];
}
