import type { Metadata } from 'next';
import { getQueryClient, Hydrate, trpc } from '#trpc/server.tsx';
import { RunsView } from './runs-view.tsx';

export const metadata: Metadata = { title: 'Runs' };

export default async function RunsPage() {
  await getQueryClient().fetchQuery(trpc.run.list.queryOptions());
  return (
    <Hydrate>
      <RunsView />
    </Hydrate>
  );
}
