'use client';

import type { RunSummary } from '@duality/shared';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import { useLiveRuns } from '#trpc/use-live-runs.ts';
import { isWithin } from './brush.ts';
import { brushedValue } from './brushed-value.ts';
import { type CompareAddress, hasChoice } from './compare-address.ts';
import { comparedSearch } from './compared-search.ts';

/** The runs that the address chooses, kept fresh, and those of them that are to be drawn. */
export function useComparedRuns(address: CompareAddress) {
  const trpc = useTRPC();
  const { data, error } = useQuery(
    trpc.run.search.queryOptions(comparedSearch(address), {
      enabled: hasChoice(address),
      placeholderData: keepPreviousData,
      staleTime: 2000,
    }),
  );
  useLiveRuns(data);
  const { hidden, brushes } = address;
  const shown = useMemo(
    () =>
      (data?.runs ?? []).filter(
        (run) => !hidden.includes(run.id) && brushes.every((brush) => isWithin(brushedValue(run, brush.by), brush)),
      ),
    [data, hidden, brushes],
  );
  return { found: data, runs: data?.runs ?? noRuns, shown, problem: error?.message };
}

const noRuns: RunSummary[] = [];
