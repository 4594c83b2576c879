'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#trpc/client.tsx';
import { isLive } from '../trial-counts.ts';
import type { ShownSweep } from '../use-sweep-actions.ts';

/** With many trials an answer is long, and none of them is looked at each second. */
const everyMs = ({ summary, trials }: ShownSweep) => {
  if (!isLive(summary)) return 10_000;
  return trials.length <= 200 ? 1000 : 3000;
};

/** The sweep and its trials, asked for again as long as anything goes on. */
export function useSweep(sweepId: number): ShownSweep | undefined {
  return useQuery(
    useTRPC().sweep.get.queryOptions(
      { sweepId },
      { refetchOnMount: 'always', refetchInterval: ({ state }) => (state.data ? everyMs(state.data) : 1000) },
    ),
  ).data;
}
