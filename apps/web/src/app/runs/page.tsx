import type { Metadata } from 'next';
import { queryOf, type SearchParams, unlessUnreadable } from '#trpc/page-query.ts';
import { getQueryClient, Hydrate, trpc } from '#trpc/server.tsx';
import { groupsFor, parseList, searchFor } from './run-list.ts';
import { RunsView } from './runs-view.tsx';

export const metadata: Metadata = { title: 'Runs' };

interface RunsPageProps {
  /** As `run-list.ts` reads it. */
  searchParams: SearchParams;
}

export default async function RunsPage({ searchParams }: RunsPageProps) {
  await find(searchParams);
  return (
    <Hydrate>
      <RunsView />
    </Hydrate>
  );
}

async function find(searchParams: SearchParams): Promise<void> {
  const list = parseList(await queryOf(searchParams));
  const client = getQueryClient();
  await unlessUnreadable(async () => {
    await client.fetchQuery(trpc.run.search.queryOptions(searchFor(list, 0), { retry: false }));
    if (list.group) await client.fetchQuery(trpc.run.groups.queryOptions(groupsFor(list), { retry: false }));
  });
}
