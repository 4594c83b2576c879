'use client';

import type { Series } from '@duality/shared';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Span } from '#charts/range.ts';
import { useTRPC } from '#trpc/client.tsx';
import { seriesRequest } from '#trpc/series-request.ts';

/** The series as finely as the part that is seen allows; until they come, those of the whole run. */
export function useSeriesInView(runId: number, whole: Series[] | undefined, view: Span | undefined) {
  const { data } = useQuery(
    useTRPC().metric.series.queryOptions(seriesRequest(runId, view), {
      enabled: view !== undefined,
      placeholderData: keepPreviousData,
    }),
  );
  return view && data ? data.series : whole;
}
