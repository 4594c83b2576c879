'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from './client.tsx';
import { type Found, updateFound } from './update-found.ts';
import { useRefetch } from './use-refetch.ts';
import { lastEventId, useStream } from './use-stream.ts';

/**
 * Follows all runs from `found` on. Rows that are shown move at once; whether others are found now, and in what order,
 * is asked at most once a second.
 */
export function useLiveRuns(found: { cursor: number } | undefined): void {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const searches = trpc.run.search.pathFilter();
  const refetch = useRefetch(searches, 1000);
  const refetchGroups = useRefetch(trpc.run.groups.pathFilter(), 2000);

  useStream('runs', found ? 'all' : undefined, (observer) =>
    client.run.live.subscribe(
      { lastEventId: lastEventId(found) },
      {
        ...observer,
        onData: ({ data }) => {
          cache.setQueriesData<Found>(searches, (old) => old && updateFound(old, data.runs, data.gone));
          refetch();
          refetchGroups();
        },
      },
    ),
  );
}
