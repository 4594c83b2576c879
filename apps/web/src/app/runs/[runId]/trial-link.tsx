'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTRPC } from '#trpc/client.tsx';

/** The sweep that a run is a trial of, if it is. */
export function TrialLink({ runId }: { runId: number }) {
  const { data } = useQuery(useTRPC().sweep.ofRun.queryOptions({ runId }));
  if (!data) return null;
  return (
    <>
      {' '}
      · trial {data.number} of{' '}
      <Link href={`/sweeps/${data.sweepId}`} prefetch={false}>
        {data.name}
      </Link>
    </>
  );
}
