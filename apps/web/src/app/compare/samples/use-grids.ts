'use client';

import type { SampleGrid } from '@duality/shared';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '#trpc/client.tsx';
import { useLiveGrids } from '#trpc/use-live-grids.ts';

/** Every stored grid of these runs, without their pictures, kept fresh by one stream. */
export function useGrids(runIds: number[]) {
  const { data, error, isPending, isPlaceholderData } = useQuery(
    useTRPC().sampleGrid.list.queryOptions(
      { runIds },
      { enabled: runIds.length > 0, placeholderData: keepPreviousData },
    ),
  );
  useLiveGrids({ runIds }, data !== undefined && !isPlaceholderData);
  return {
    grids: data?.grids ?? noGrids,
    isReading: isPending || isPlaceholderData,
    problem: data ? undefined : error?.message,
  };
}

const noGrids: SampleGrid[] = [];
