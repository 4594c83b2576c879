import type { Metadata } from 'next';
import { getQueryClient, Hydrate, trpc } from '#trpc/server.tsx';
import { ActivityView } from './activity-view.tsx';
import { entriesAPage } from './entries-a-page.ts';

export const metadata: Metadata = { title: 'Activity' };

export default async function ActivityPage() {
  await getQueryClient().fetchQuery(trpc.audit.list.queryOptions({ limit: entriesAPage }));
  return (
    <Hydrate>
      <ActivityView />
    </Hydrate>
  );
}
