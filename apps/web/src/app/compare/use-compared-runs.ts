'use client';

import type { FoundRun } from '@duality/shared';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import { useLiveRuns } from '#trpc/use-live-runs.ts';
import { type CompareAddress, hasChoice } from './compare-address.ts';
import { comparedSearch } from './compared-search.ts';
import { shownRuns } from './shown-runs.ts';

/** The runs that the address chooses, kept fresh, and those of them that are to be drawn. */
export function useComparedRuns(address: CompareAddress) {
  const { data, error, isPlaceholderData } = useQuery(
    useTRPC().run.search.queryOptions(comparedSearch(address), {
      enabled: hasChoice(address),
      placeholderData: keepPreviousData,
      staleTime: 2000,
    }),
  );
  useLiveRuns(data);
  const { hidden, brushes } = address;
  const shown = useMemo(
    () => shownRuns(data?.runs ?? [], { hidden, brushes }, !isPlaceholderData),
    [data, hidden, brushes, isPlaceholderData],
  );
  return { found: data, runs: data?.runs ?? noRuns, shown, problem: error?.message };
}

const noRuns: FoundRun[] = [];
