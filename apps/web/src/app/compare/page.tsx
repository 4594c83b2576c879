import { TRPCError } from '@trpc/server';
import type { Metadata } from 'next';
import { getQueryClient, Hydrate, trpc } from '#trpc/server.tsx';
import { hasChoice, parseCompare } from './compare-address.ts';
import { CompareView } from './compare-view.tsx';
import { comparedSearch } from './compared-search.ts';
import { newestSearch } from './newest-search.ts';

export const metadata: Metadata = { title: 'Compare' };

interface ComparePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ComparePage({ searchParams }: ComparePageProps) {
  const entries = Object.entries(await searchParams).flatMap(([name, values]) =>
    [values ?? []].flat().map((value) => [name, value]),
  );
  const address = parseCompare(new URLSearchParams(entries));
  const search = hasChoice(address) ? comparedSearch(address) : newestSearch;
  try {
    await getQueryClient().fetchQuery(trpc.run.search.queryOptions(search, { retry: false }));
  } catch (error) {
    // A filter that cannot be read is told about by the page itself.
    if (!(error instanceof TRPCError) || error.code !== 'BAD_REQUEST') throw error;
  }
  return (
    <Hydrate>
      <CompareView />
    </Hydrate>
  );
}
