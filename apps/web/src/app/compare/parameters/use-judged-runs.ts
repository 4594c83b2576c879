'use client';

import type { RunSummary } from '@duality/shared';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import type { CompareAddress } from '../compare-address.ts';
import { comparedSearch } from '../compared-search.ts';
import { candidates, chooseObjective, defaultGoal } from './objective.ts';
import type { ParametersAddress } from './parameters-address.ts';
import type { JudgedRun } from './plot.ts';

/** The compared runs with what each came to, by the objective that was chosen or by what enough of them have. */
export function useJudgedRuns(runs: readonly RunSummary[], address: CompareAddress, wanted: ParametersAddress) {
  const trpc = useTRPC();
  const { sort, limit, ...which } = comparedSearch(address);
  const asked = wanted.objective ? [wanted.objective] : candidates;
  const { data, error, isPending } = useQuery(
    trpc.run.search.queryOptions(
      { ...which, sort, limit, values: asked },
      {
        placeholderData: keepPreviousData,
        staleTime: 2000,
        retry: (failures, { data: answer }) => failures < 1 && answer?.code !== 'BAD_REQUEST',
      },
    ),
  );
  const fields = useQuery(trpc.run.fields.queryOptions(which, { staleTime: 60_000 }));
  const found = error ? undefined : data?.runs;
  const objective = wanted.objective ?? (found && chooseObjective(candidates, found));
  const at = objective ? asked.indexOf(objective) : -1;
  const judged = useMemo(() => {
    const values = new Map(found?.map((run) => [run.id, run.values[at]]));
    return runs.map((run): JudgedRun => ({ ...run, objective: finite(values.get(run.id)) }));
  }, [runs, found, at]);
  return {
    judged,
    objective,
    goal: wanted.goal ?? defaultGoal(objective ?? ''),
    metrics: fields.data?.metrics ?? [],
    problem: error?.message,
    isPending,
  };
}

const finite = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
