import { isActive, type RunStatus, runStatuses } from '@duality/shared';

export const statusFilters = ['all', 'active', 'completed', 'stopped', 'failed'] as const;
export type StatusFilter = (typeof statusFilters)[number];

export interface SortKey {
  /** A value of the filter's language. */
  by: string;
  direction: 'ascending' | 'descending';
}

export interface RunFilter {
  text: string;
  status: StatusFilter;
  sort: readonly SortKey[];
}

/** Runs shown at first, and with each wish for more. */
export const pageSize = 100;

export const everything: RunFilter = { text: '', status: 'all', sort: [] };

/** `sort` may stand there several times, with a minus for those that begin with the largest. */
export function parseFilter(query: URLSearchParams): RunFilter {
  const status = statusFilters.find((known) => known === query.get('status'));
  return { text: query.get('q') ?? '', status: status ?? 'all', sort: query.getAll('sort').slice(0, 8).map(parseKey) };
}

/** What is not said is the default, so that the plain address shows all runs. */
export function filterQuery({ text, status, sort }: RunFilter): string {
  const query = new URLSearchParams();
  if (text) query.set('q', text);
  if (status !== 'all') query.set('status', status);
  for (const { by, direction } of sort) query.append('sort', direction === 'ascending' ? by : `-${by}`);
  return query.size > 0 ? `?${query}` : '';
}

/** What the server is asked for the first `limit` runs; archived ones are left out unless the text speaks of them. */
export const searchFor = ({ text, status, sort }: RunFilter, limit: number) => ({
  filter: text,
  sort: [...sort],
  limit,
  ...(/\barchived\b/i.test(text) ? {} : { archived: false }),
  ...(status === 'all' ? {} : { statuses: runStatuses.filter((one) => isOf(status, one)) }),
});

export const countOf = (counts: Record<RunStatus, number>, status: StatusFilter): number =>
  runStatuses.reduce((sum, one) => sum + (isOf(status, one) ? counts[one] : 0), 0);

/** The order after a column's head was chosen: largest first, then smallest first, then the newest run first again. */
export function nextSort(sort: readonly SortKey[], by: string): SortKey[] {
  const chosen = sort.length === 1 && sort[0]?.by === by ? sort[0].direction : undefined;
  if (chosen === 'ascending') return [];
  return [{ by, direction: chosen ? 'ascending' : 'descending' }];
}

const parseKey = (text: string): SortKey =>
  text.startsWith('-') ? { by: text.slice(1), direction: 'descending' } : { by: text, direction: 'ascending' };

const isOf = (filter: StatusFilter, status: RunStatus) =>
  filter === 'all' || (filter === 'active' ? isActive(status) : filter === status);
