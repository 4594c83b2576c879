import type { Metadata } from 'next';
import { getQueryClient, Hydrate, trpc } from '#trpc/server.tsx';
import { ExperimentsView } from './experiments-view.tsx';

export const metadata: Metadata = { title: 'Experiments' };

export default async function ExperimentsPage() {
  await getQueryClient().fetchQuery(trpc.experiment.list.queryOptions());
  return (
    <Hydrate>
      <ExperimentsView />
    </Hydrate>
  );
}
