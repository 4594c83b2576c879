import { TRPCError } from '@trpc/server';
import type { Metadata } from 'next';
import { getQueryClient, Hydrate, trpc } from '#trpc/server.tsx';
import { groupsFor, parseList, searchFor } from './run-list.ts';
import { RunsView } from './runs-view.tsx';

export const metadata: Metadata = { title: 'Runs' };

interface RunsPageProps {
  /** As `run-list.ts` reads it. */
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RunsPage({ searchParams }: RunsPageProps) {
  await find(await searchParams);
  return (
    <Hydrate>
      <RunsView />
    </Hydrate>
  );
}

/** A filter that cannot be read is told about by the page itself. */
async function find(given: Awaited<RunsPageProps['searchParams']>): Promise<void> {
  const entries = Object.entries(given).flatMap(([name, values]) =>
    [values ?? []].flat().map((value) => [name, value]),
  );
  const list = parseList(new URLSearchParams(entries));
  const client = getQueryClient();
  try {
    await client.fetchQuery(trpc.run.search.queryOptions(searchFor(list, 0), { retry: false }));
    if (list.group) await client.fetchQuery(trpc.run.groups.queryOptions(groupsFor(list), { retry: false }));
  } catch (error) {
    if (!(error instanceof TRPCError) || error.code !== 'BAD_REQUEST') throw error;
  }
}
