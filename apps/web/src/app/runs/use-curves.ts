'use client';

import type { RunSummary } from '@duality/shared';
import { useQueries } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import type { Curve } from './sparkline-path.ts';

/** Runs whose curves are asked for at once, so that scrolling asks again only now and then. */
const blockSize = 20;
const buckets = 56;
const whileRunningMs = 5000;

/** The small curves of the runs at these offsets, a block of runs at a time. `metric` undefined: that which leads each. */
export function useCurves(
  offsets: readonly number[],
  {
    runAt,
    metric,
    isShown,
  }: { runAt: (offset: number) => RunSummary | undefined; metric: string | undefined; isShown: boolean },
) {
  const trpc = useTRPC();
  const blocks = isShown ? [...new Set(offsets.map((offset) => Math.floor(offset / blockSize)))] : [];
  const asked = blocks
    .map((block) =>
      Array.from({ length: blockSize }, (_, i) => runAt(block * blockSize + i)).filter((run) => run !== undefined),
    )
    .filter((runs) => runs.length > 0);
  const curves = useQueries({
    queries: asked.map((runs) => ({
      ...trpc.metric.sparkline.queryOptions({
        runIds: runs.map(({ id }) => id),
        width: buckets,
        ...(metric !== undefined && { name: metric }),
      }),
      refetchInterval: runs.some(({ status }) => status === 'running') ? whileRunningMs : (false as const),
    })),
    combine: useCallback((answers: { data?: { runId: number; curve: Curve }[] | undefined }[]) => {
      const all = answers.flatMap(({ data }) => data ?? []);
      return new Map(all.map(({ runId, curve }) => [runId, curve]));
    }, []),
  });
  return useCallback((runId: number) => curves.get(runId), [curves]);
}
