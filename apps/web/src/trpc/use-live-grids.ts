'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from './client.tsx';
import { mergeGrids } from './merge-grids.ts';
import { lastEventId, useStream } from './use-stream.ts';

/** Keeps the list of grids that `sampleGrid.list` was asked for up to date by one stream, once it has been read. */
export function useLiveGrids(of: { runId: number } | { runIds: number[] }, isRead = true): void {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const queryKey = trpc.sampleGrid.list.queryKey(of);
  const runIds = 'runId' in of ? [of.runId] : of.runIds;

  useStream('grids', isRead && runIds.length > 0 ? String(runIds) : undefined, (observer) =>
    client.sampleGrid.live.subscribe(
      { runIds, lastEventId: lastEventId(cache.getQueryData(queryKey)) },
      {
        ...observer,
        onData: ({ id, data }) => {
          if (data.stale) void cache.refetchQueries({ queryKey });
          else
            cache.setQueryData(queryKey, (old) => ({
              cursor: Number(id),
              grids: mergeGrids(old?.grids ?? [], data.grids),
            }));
        },
      },
    ),
  );
}
