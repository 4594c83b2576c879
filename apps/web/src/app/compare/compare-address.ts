import { formatRunIds, parseRunIds } from '#components/run-ids.ts';
import type { AddressChange } from '#components/use-address.ts';
import { type Brush, formatBrush, parseBrush } from './brush.ts';

const compareTabs = ['curves', 'parameters', 'samples'] as const;
export type CompareTab = (typeof compareTabs)[number];

/** What of the address all tabs share; each has keys of its own beside these. */
export interface CompareAddress {
  /** Runs chosen one by one; undefined where a filter chooses them. */
  ids: number[] | undefined;
  filter: string | undefined;
  tab: CompareTab;
  /** Chosen runs that are not drawn for now. */
  hidden: number[];
  brushes: Brush[];
}

/** `runs=1,2,5-9` or `q=FILTER`, `view=TAB`, `hide=3,4` and any number of `brush=KEY:…`. */
export function parseCompare(query: URLSearchParams): CompareAddress {
  const ids = parseRunIds(query.get('runs') ?? '');
  const filter = query.get('q') ?? undefined;
  return {
    ids: ids.length > 0 ? ids : undefined,
    filter: ids.length > 0 ? undefined : filter,
    tab: compareTabs.find((known) => known === query.get('view')) ?? 'curves',
    hidden: parseRunIds(query.get('hide') ?? ''),
    brushes: query.getAll('brush').flatMap((text) => parseBrush(text) ?? []),
  };
}

export const hasChoice = ({ ids, filter }: CompareAddress) => ids !== undefined || filter !== undefined;

/** The changes of the address that make these true. What is not said is the default. */
export const changeTo = {
  tab: (tab: CompareTab): AddressChange => ({ view: tab === 'curves' ? undefined : tab }),
  runs: (ids: readonly number[]): AddressChange => ({ runs: formatRunIds(ids) || undefined, q: undefined }),
  hidden: (ids: readonly number[]): AddressChange => ({ hide: formatRunIds(ids) || undefined }),
  brushes: (brushes: readonly Brush[]): AddressChange => ({ brush: brushes.map(formatBrush) }),
};
