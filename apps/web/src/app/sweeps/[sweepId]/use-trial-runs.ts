'use client';

import type { FoundRun } from '@duality/shared';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { comparedAtMost } from '#components/run-ids.ts';
import { useTRPC } from '#trpc/client.tsx';
import { isLive } from '../trial-counts.ts';
import type { ShownSweep } from '../use-sweep-actions.ts';
import { rankTrials } from './trial-order.ts';

/** The runs of a sweep's trials by their numbers; of very many, those of the best. */
export function useTrialRuns({ summary, trials }: ShownSweep): Map<number, FoundRun> {
  const known = rankTrials(trials, summary.request.objective).flatMap(({ runId }) => runId ?? []);
  const ids = known.slice(0, comparedAtMost).sort((a, b) => a - b);
  const { data } = useQuery(
    useTRPC().run.search.queryOptions(
      { ids, limit: comparedAtMost },
      {
        enabled: ids.length > 0,
        placeholderData: keepPreviousData,
        refetchInterval: isLive(summary) ? 3000 : false,
        refetchOnMount: 'always',
      },
    ),
  );
  return useMemo(() => new Map(data?.runs.map((run) => [run.id, run])), [data]);
}
