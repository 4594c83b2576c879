import { TRPCError } from '@trpc/server';
import type { Metadata } from 'next';
import { getQueryClient, Hydrate, trpc } from '#trpc/server.tsx';
import { pageSize, parseFilter, searchFor } from './run-filter.ts';
import { RunsView } from './runs-view.tsx';

export const metadata: Metadata = { title: 'Runs' };

interface RunsPageProps {
  /** `?q=FILTER`, `?status=STATUS` and any number of `?sort=VALUE`. */
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
  const search = searchFor(parseFilter(new URLSearchParams(entries)), pageSize);
  try {
    await getQueryClient().fetchQuery(trpc.run.search.queryOptions(search, { retry: false }));
  } catch (error) {
    if (!(error instanceof TRPCError) || error.code !== 'BAD_REQUEST') throw error;
  }
}
