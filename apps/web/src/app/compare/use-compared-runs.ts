'use client';

import type { FoundRun } from '@duality/shared';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import { useLiveRuns } from '#trpc/use-live-runs.ts';
import { isWithin } from './brush.ts';
import { brushedValue, measuredBrushes } from './brushed-value.ts';
import { type CompareAddress, hasChoice } from './compare-address.ts';
import { comparedSearch } from './compared-search.ts';

/** The runs that the address chooses, kept fresh, and those of them that are to be drawn. */
export function useComparedRuns(address: CompareAddress) {
  const trpc = useTRPC();
  const { hidden, brushes } = address;
  const values = measuredBrushes(brushes);
  const { data, error, isPlaceholderData } = useQuery(
    trpc.run.search.queryOptions(
      { ...comparedSearch(address), ...(values.length > 0 && { values }) },
      {
        enabled: hasChoice(address),
        placeholderData: keepPreviousData,
        staleTime: 2000,
      },
    ),
  );
  useLiveRuns(data);
  const shown = useMemo(
    () =>
      (data?.runs ?? []).filter(
        (run) =>
          !hidden.includes(run.id) &&
          brushes.every((brush) => {
            const at = measuredBrushes(brushes).indexOf(brush.by);
            // What was asked before does not tell of a new brush yet.
            return (
              (at >= 0 && isPlaceholderData) || isWithin(at >= 0 ? run.values[at] : brushedValue(run, brush.by), brush)
            );
          }),
      ),
    [data, hidden, brushes, isPlaceholderData],
  );
  return { found: data, runs: data?.runs ?? noRuns, shown, problem: error?.message };
}

const noRuns: FoundRun[] = [];
