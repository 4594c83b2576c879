import type { Metadata } from 'next';
import { getQueryClient, Hydrate, trpc } from '#trpc/server.tsx';
import { SweepsView } from './sweeps-view.tsx';

export const metadata: Metadata = { title: 'Sweeps' };

export default async function SweepsPage() {
  await getQueryClient().fetchQuery(trpc.sweep.list.queryOptions());
  return (
    <Hydrate>
      <SweepsView />
    </Hydrate>
  );
}
