import { TRPCError } from '@trpc/server';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { getQueryClient, Hydrate, trpc } from '#trpc/server.tsx';
import { SweepView } from './sweep-view.tsx';

interface SweepPageProps {
  params: Promise<{ sweepId: string }>;
}

export async function generateMetadata({ params }: SweepPageProps): Promise<Metadata> {
  const found = await findSweep((await params).sweepId);
  return { title: found?.summary.name ?? 'Not found' };
}

export default async function SweepPage({ params }: SweepPageProps) {
  const found = await findSweep((await params).sweepId);
  if (!found) notFound();
  return (
    <Hydrate>
      <SweepView sweepId={found.summary.id} />
    </Hydrate>
  );
}

const findSweep = cache(async (text: string) => {
  if (!/^[1-9]\d{0,14}$/.test(text)) return undefined;
  try {
    const sweepId = Number(text);
    return await getQueryClient().fetchQuery(trpc.sweep.get.queryOptions({ sweepId }, { retry: false }));
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
});
