'use client';

import type { Series } from '@duality/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { listAnswers } from '#trpc/asked-for.ts';
import { useTRPC, useTRPCClient } from '#trpc/client.tsx';
import { useLiveGrids } from '#trpc/use-live-grids.ts';
import { useRefetch } from '#trpc/use-refetch.ts';
import { lastEventId, useStream } from '#trpc/use-stream.ts';
import { mergeSeries } from './merge-series.ts';

const refetchAtMostEveryMs = 2000;

interface SeriesInput {
  runId: number;
  from?: number;
  to?: number;
}

interface SeriesAnswer {
  cursor: number;
  series: Series[];
}

/** Keeps everything on a run's page fresh by two streams: one for figures, states and log, one for sample grids. */
export function useLiveRun(runId: number): { isPurged: boolean } {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const [isPurged, setIsPurged] = useState(false);
  const refetch = useRef<ReturnType<typeof setTimeout>>(undefined);
  const runKey = trpc.run.get.queryKey({ runId });
  const logKey = trpc.run.log.queryKey({ runId });
  const seriesPath = trpc.metric.series.pathKey();
  const readAlerts = useRefetch(trpc.run.alerts.queryFilter({ runId }), 500);
  const readEvaluations = useRefetch(trpc.evaluation.ofRun.queryFilter({ runId }), 1000);

  const readSeriesAgain = () => {
    refetch.current ??= setTimeout(() => {
      refetch.current = undefined;
      void cache.refetchQueries({ queryKey: seriesPath });
    }, refetchAtMostEveryMs);
  };
  const readNewLines = async () => {
    const after = cache.getQueryData(logKey)?.at(-1)?.seq ?? 0;
    const lines = await client.run.log.query({ runId, after });
    cache.setQueryData(logKey, (old = []) => [...old, ...lines.filter(({ seq }) => seq > (old.at(-1)?.seq ?? 0))]);
  };

  useStream('run', String(runId), (observer) =>
    client.metric.live.subscribe(
      { runIds: [runId], lastEventId: lastEventId(cache.getQueryData(runKey)) },
      {
        ...observer,
        onData: ({ id, data }) => {
          if (data.purged.includes(runId)) setIsPurged(true);
          const cursor = Number(id);
          const run = data.runs.find((changed) => changed.id === runId);
          cache.setQueryData(runKey, (old) => old && { cursor, run: run ?? old.run });
          for (const { key, input, answer } of listAnswers<SeriesInput, SeriesAnswer>(cache, seriesPath)) {
            const points = data.points.filter(({ step }) => step >= (input.from ?? 0) && step <= (input.to ?? step));
            // What was read after this delta holds it already.
            if (input.runId !== runId || cursor <= answer.cursor || points.length === 0) continue;
            const { series, isStale } = mergeSeries(answer.series, points);
            cache.setQueryData(key, { cursor, series });
            if (isStale) readSeriesAgain();
          }
          if (data.stale) readSeriesAgain();
          if (data.stale || data.altered.includes(runId)) readAlerts();
          if (data.stale || data.points.some(({ name }) => name.startsWith('eval.'))) readEvaluations();
          if (data.stale || data.logSeq[runId] !== undefined) void readNewLines().catch(() => undefined);
        },
      },
    ),
  );

  useLiveGrids({ runId });

  return { isPurged };
}
