import type { Metadata } from 'next';
import { preload } from 'react-dom';
import { parseChartOptions } from '#components/chart-options.ts';
import { compareUrls } from '#trpc/compare-request.ts';
import { queryOf, type SearchParams, unlessUnreadable } from '#trpc/page-query.ts';
import { getQueryClient, Hydrate, trpc } from '#trpc/server.tsx';
import { type CompareAddress, hasChoice, parseCompare } from './compare-address.ts';
import { CompareView } from './compare-view.tsx';
import { comparedSearch } from './compared-search.ts';
import { parseCurveOptions } from './curves/curve-options.ts';
import { planPanels, soonSeen } from './curves/panel-plan.ts';
import { newestSearch } from './newest-search.ts';
import { shownRuns } from './shown-runs.ts';

export const metadata: Metadata = { title: 'Compare' };

interface ComparePageProps {
  searchParams: SearchParams;
}

export default async function ComparePage({ searchParams }: ComparePageProps) {
  const query = await queryOf(searchParams);
  const address = parseCompare(query);
  await unlessUnreadable(async () => {
    if (!hasChoice(address)) await find(newestSearch);
    else if (address.tab === 'curves') await beginCurves(query, address);
    else await find(comparedSearch(address));
  });
  return (
    <Hydrate>
      <CompareView />
    </Hydrate>
  );
}

const find = (search: Parameters<typeof trpc.run.search.queryOptions>[0]) =>
  getQueryClient().fetchQuery(trpc.run.search.queryOptions(search, { retry: false }));

/** The server reads the first curves while the browser starts the scripts that draw them. */
async function beginCurves(query: URLSearchParams, address: CompareAddress): Promise<void> {
  const runs = shownRuns((await find(comparedSearch(address))).runs, address);
  if (runs.length === 0) return;
  const runIds = runs.map(({ id }) => id);
  const { names } = await getQueryClient().fetchQuery(trpc.metric.names.queryOptions({ runIds }));
  const { axis, metrics, panel: large, group } = parseCurveOptions(query);
  if (group) return;
  const panels = planPanels(
    names,
    runs.map(({ config }) => config),
  ).filter(({ metrics: [first] }) => metrics.length === 0 || metrics.includes(first?.name ?? ''));
  const { view } = parseChartOptions(query);
  for (const {
    metrics: [first],
  } of panels.slice(0, soonSeen)) {
    if (!first) continue;
    const { name } = first;
    const [url] = compareUrls({ runIds, name, axis, view, isLarge: name === large });
    // No more than the first part: a browser has six connections, and the scripts come by them too.
    if (url) preload(url, { as: 'fetch', crossOrigin: 'anonymous', fetchPriority: 'low' });
  }
}
