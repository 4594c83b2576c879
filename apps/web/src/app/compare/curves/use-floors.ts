'use client';

import type { RunSummary } from '@duality/shared';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { floorAids } from '#charts/estimated-series.ts';
import type { ReadingAid } from '#charts/reading-aids.ts';
import { useTRPC } from '#trpc/client.tsx';
import { type Panel, shareData } from './panel-plan.ts';

/** What held-out samples score by the panel's metrics, as the first run has it; none where runs have other data. */
export function useFloors({ metrics }: Panel, runs: readonly RunSummary[], isSeen: boolean): ReadingAid[] {
  const isEvaluated = metrics.some(({ name }) => name.startsWith('eval.'));
  const isShared = isEvaluated && shareData(runs.map(({ config }) => config));
  const { data } = useQuery(
    useTRPC().evaluation.ofRun.queryOptions({ runId: runs[0]?.id ?? 0 }, { enabled: isSeen && isShared }),
  );
  return useMemo(
    () =>
      floorAids(
        metrics.map(({ name }) => name),
        (isShared && data?.certainty) || [],
      ),
    [metrics, data, isShared],
  );
}
