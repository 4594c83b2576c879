'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { type ChartOptions, chartQuery, parseChartOptions } from './chart-options.ts';

/** How all charts of the page are drawn; the address holds it, so that a copied link shows the same curves. */
export function useChartOptions(): [ChartOptions, (options: ChartOptions) => void] {
  const query = useSearchParams().toString();
  const options = useMemo(() => parseChartOptions(new URLSearchParams(query)), [query]);
  const setOptions = (next: ChartOptions) =>
    window.history.replaceState(null, '', `${window.location.pathname}${chartQuery(next)}`);
  return [options, setOptions];
}
