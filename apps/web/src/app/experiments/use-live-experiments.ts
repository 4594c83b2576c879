'use client';

import { useTRPC, useTRPCClient } from '#trpc/client.tsx';
import { useRefetch } from '#trpc/use-refetch.ts';
import { useStream } from '#trpc/use-stream.ts';

/** Asks for the experiments again when a run changes, at most once in two seconds. */
export function useLiveExperiments(): void {
  const client = useTRPCClient();
  const refetch = useRefetch(useTRPC().experiment.list.pathFilter(), 2000);
  useStream('experiments', 'all', (observer) => client.run.live.subscribe({}, { ...observer, onData: refetch }));
}
