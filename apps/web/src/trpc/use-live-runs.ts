'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from './client.tsx';
import { mergeRuns } from './merge-runs.ts';
import { lastEventId, useStream } from './use-stream.ts';

/** Follows all runs and merges what changes into the cached list, which carries its own cursor. */
export function useLiveRuns(isReady: boolean): void {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const key = trpc.run.list.queryKey();

  useStream('runs', isReady ? 'all' : undefined, (observer) =>
    client.run.live.subscribe(
      { lastEventId: lastEventId(cache.getQueryData(key)) },
      {
        ...observer,
        onData: ({ id, data }) =>
          cache.setQueryData(key, (old) => ({
            cursor: Number(id),
            runs: mergeRuns(data.stale ? [] : (old?.runs ?? []), data.runs, data.gone),
          })),
      },
    ),
  );
}
