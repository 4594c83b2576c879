import { TRPCError } from '@trpc/server';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { preload } from 'react-dom';
import { seriesUrl } from '#trpc/series-request.ts';
import { getQueryClient, Hydrate, trpc } from '#trpc/server.tsx';
import { RunView } from './run-view.tsx';

interface RunPageProps {
  params: Promise<{ runId: string }>;
}

export async function generateMetadata({ params }: RunPageProps): Promise<Metadata> {
  const run = await findRun((await params).runId);
  return { title: run?.name ?? 'Not found' };
}

export default async function RunPage({ params }: RunPageProps) {
  const run = await findRun((await params).runId);
  if (!run) notFound();
  // The server reads the curves while the browser starts the scripts that draw them, but not before it has served those.
  preload(seriesUrl(run.id), { as: 'fetch', crossOrigin: 'anonymous', fetchPriority: 'low' });
  const cached = getQueryClient();
  await Promise.all([
    cached.prefetchQuery(trpc.sampleGrid.list.queryOptions({ runId: run.id })),
    cached.prefetchQuery(trpc.run.log.queryOptions({ runId: run.id })),
    cached.prefetchQuery(trpc.run.alerts.queryOptions({ runId: run.id })),
    cached.prefetchQuery(trpc.sweep.ofRun.queryOptions({ runId: run.id })),
  ]);
  return (
    <Hydrate>
      <RunView runId={run.id} />
    </Hydrate>
  );
}

const findRun = cache(async (text: string) => {
  if (!/^[1-9]\d{0,14}$/.test(text)) return undefined;
  try {
    return (await getQueryClient().fetchQuery(trpc.run.get.queryOptions({ runId: Number(text) }, { retry: false })))
      .run;
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
});
