'use client';

import type { ComparedSeries, MetricPoint, RunSummary } from '@duality/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { listAnswers } from '#trpc/asked-for.ts';
import { useTRPC, useTRPCClient } from '#trpc/client.tsx';
import { useRefetch } from '#trpc/use-refetch.ts';
import { useStream } from '#trpc/use-stream.ts';
import { type CompareInput, mergeCurves } from './merge-curves.ts';

interface CompareAnswer {
  cursor: number;
  curves: ComparedSeries[];
}

/** Deltas that are kept for answers which were on their way while they came. */
const keptDeltas = 60;

/** Adds new points of these runs to every curve on the page, by one stream; `isReady` once there is a curve. */
export function useLiveCurves(runs: readonly RunSummary[], isReady: boolean): void {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const path = trpc.metric.compare.pathKey();
  const refetchCurves = useRefetch(trpc.metric.compare.pathFilter(), 2000);
  const refetchGroups = useRefetch(trpc.metric.group.pathFilter(), 2000);
  const refetchNames = useRefetch(trpc.metric.names.pathFilter(), 2000);
  const seen = useRef<number>(undefined);
  const recent = useRef<{ at: number; points: MetricPoint[] }[]>([]);
  const newestRuns = useRef(new Map<number, RunSummary>());
  newestRuns.current = new Map(runs.map((run) => [run.id, run]));
  const runIds = runs.map(({ id }) => id);
  const oldest = () =>
    Math.min(...listAnswers<CompareInput, CompareAnswer>(cache, path).map(({ answer }) => answer.cursor));

  useStream('curves', isReady && runIds.length > 0 ? runIds.join() : undefined, (observer) =>
    client.metric.live.subscribe(
      { runIds, lastEventId: String(seen.current ?? oldest()) },
      {
        ...observer,
        onData: ({ id, data }) => {
          const at = Number(id);
          seen.current = at;
          if (data.stale) {
            refetchCurves();
            refetchGroups();
            return;
          }
          const names = new Set(data.points.map(({ name }) => name));
          if (names.size === 0) return;
          recent.current = [...recent.current, { at, points: data.points }].slice(-keptDeltas);
          for (const { key, input, answer } of listAnswers<CompareInput, CompareAnswer>(cache, path)) {
            // What was read after a delta holds it already.
            const points = recent.current.filter((delta) => delta.at > answer.cursor).flatMap((delta) => delta.points);
            const { curves, isStale, hasNews } = mergeCurves(answer.curves, points, newestRuns.current, input);
            if (hasNews) cache.setQueryData(key, { cursor: at, curves });
            if (isStale) refetchCurves();
          }
          refetchGroups();
          const known = cache.getQueriesData<{ names: string[] }>(trpc.metric.names.pathFilter());
          if (known.some(([, answer]) => [...names].some((name) => !answer?.names.includes(name)))) refetchNames();
        },
      },
    ),
  );
}
