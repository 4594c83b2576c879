'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTRPC, useTRPCClient } from '#trpc/client.tsx';
import { seriesRequest } from '#trpc/series-request.ts';
import { lastEventId, useStream } from '#trpc/use-stream.ts';
import { mergeGrids } from './merge-grids.ts';
import { mergeSeries } from './merge-series.ts';

const refetchAtMostEveryMs = 2000;

/** Keeps everything on a run's page fresh by two streams: one for figures, states and log, one for sample grids. */
export function useLiveRun(runId: number): { isPurged: boolean } {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const [isPurged, setIsPurged] = useState(false);
  const refetch = useRef<ReturnType<typeof setTimeout>>(undefined);
  const runKey = trpc.run.get.queryKey({ runId });
  const logKey = trpc.run.log.queryKey({ runId });
  const seriesKey = trpc.metric.series.queryKey(seriesRequest(runId));
  const gridKey = trpc.sampleGrid.list.queryKey({ runId });

  const readSeriesAgain = () => {
    refetch.current ??= setTimeout(() => {
      refetch.current = undefined;
      void cache.refetchQueries({ queryKey: seriesKey });
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
          const old = cache.getQueryData(seriesKey);
          // What was read after this delta holds it already.
          if (old && cursor > old.cursor && data.points.length > 0) {
            const { series, isStale } = mergeSeries(old.series, data.points);
            cache.setQueryData(seriesKey, { cursor, series });
            if (isStale) readSeriesAgain();
          }
          if (data.stale) readSeriesAgain();
          if (data.stale || data.logSeq[runId] !== undefined) void readNewLines().catch(() => undefined);
        },
      },
    ),
  );

  useStream('grids', String(runId), (observer) =>
    client.sampleGrid.live.subscribe(
      { runIds: [runId], lastEventId: lastEventId(cache.getQueryData(gridKey)) },
      {
        ...observer,
        onData: ({ id, data }) => {
          if (data.stale) void cache.refetchQueries({ queryKey: gridKey });
          else
            cache.setQueryData(gridKey, (old) => ({
              cursor: Number(id),
              grids: mergeGrids(old?.grids ?? [], data.grids),
            }));
        },
      },
    ),
  );

  return { isPurged };
}
