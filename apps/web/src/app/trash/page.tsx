import type { Metadata } from 'next';
import { getQueryClient, Hydrate, trpc } from '#trpc/server.tsx';
import { TrashView } from './trash-view.tsx';

export const metadata: Metadata = { title: 'Trash' };

export default async function TrashPage() {
  await getQueryClient().fetchQuery(trpc.run.trash.queryOptions());
  return (
    <Hydrate>
      <TrashView />
    </Hydrate>
  );
}
