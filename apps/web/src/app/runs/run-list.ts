import { type FoundValue, isActive, type RunStatus, runStatuses } from '@duality/shared';
import { archivedOnRequest } from '#components/runs-href.ts';

export const statusFilters = ['all', 'active', 'completed', 'stopped', 'failed'] as const;
export type StatusFilter = (typeof statusFilters)[number];

export interface SortKey {
  /** A value of the filter's language. */
  by: string;
  direction: 'ascending' | 'descending';
}

/** Which runs are listed, and how: all that the address of the page says. */
export interface RunList {
  text: string;
  status: StatusFilter;
  sort: readonly SortKey[];
  /** Values of the filter's language, and some that only a page can tell (`localColumns`), from left to right. */
  columns: readonly string[];
  /** Whether parameters that are the same for all runs found are left out of `columns`. */
  onlyDiffering: boolean;
  /** A value of the filter's language. */
  group: string | undefined;
  groupOrder: GroupOrder;
  /** Keys of groups whose runs are not shown, as `foldKey` writes them. */
  folded: readonly string[];
  /** The metric of the small curves; that which leads each run's system when absent. */
  spark: string | undefined;
}

const groupOrders = ['ascending', 'descending', 'largest'] as const;
export type GroupOrder = (typeof groupOrders)[number];

/** Columns whose values are no part of the filter's language. */
export const localColumns = ['speed', 'timeLeft', 'spark'] as const;

export const defaultColumns = ['status', 'step', 'speed', 'timeLeft', 'last(criticEstimate)', 'spark', 'startedAt'];

/** Runs that are asked for at once. */
export const pageSize = 100;

const mostColumns = 50;

export const everything: RunList = {
  text: '',
  status: 'all',
  sort: [],
  columns: defaultColumns,
  onlyDiffering: false,
  group: undefined,
  groupOrder: 'ascending',
  folded: [],
  spark: undefined,
};

/** `sort` may stand there several times, with a minus for those that begin with the largest; `col` as well. */
export function parseList(query: URLSearchParams): RunList {
  const columns = [...new Set(query.getAll('col').filter(Boolean))].slice(0, mostColumns);
  return {
    text: query.get('q') ?? '',
    status: statusFilters.find((known) => known === query.get('status')) ?? 'all',
    sort: query.getAll('sort').slice(0, 8).map(parseKey),
    columns: query.has('col') ? columns : defaultColumns,
    onlyDiffering: query.has('differ'),
    group: query.get('group') || undefined,
    groupOrder: groupOrders.find((known) => known === query.get('groups')) ?? 'ascending',
    folded: query.getAll('fold'),
    spark: query.get('spark') || undefined,
  };
}

/** What is not said is the default, so that the plain address shows all runs. */
export function listQuery(list: RunList): string {
  const { text, status, sort, columns, onlyDiffering, group, groupOrder, folded, spark } = list;
  const query = new URLSearchParams();
  if (text) query.set('q', text);
  if (status !== 'all') query.set('status', status);
  for (const { by, direction } of sort) query.append('sort', direction === 'ascending' ? by : `-${by}`);
  if (columns.join('\n') !== defaultColumns.join('\n')) {
    for (const column of columns.length > 0 ? columns : ['']) query.append('col', column);
  }
  if (onlyDiffering) query.set('differ', '1');
  if (group) query.set('group', group);
  if (group && groupOrder !== 'ascending') query.set('groups', groupOrder);
  if (group) for (const key of folded) query.append('fold', key);
  if (spark) query.set('spark', spark);
  return query.size > 0 ? `?${query}` : '';
}

/** Which runs are meant, as the server is asked; archived ones are left out unless the text speaks of them. */
export const queryFor = ({ text, status }: RunList) => ({
  filter: text,
  ...archivedOnRequest(text),
  ...(status === 'all' ? {} : { statuses: runStatuses.filter((one) => isOf(status, one)) }),
});

/** What the server has to tell of each run. */
const valuesOf = ({ columns }: RunList): string[] =>
  columns.filter((column) => !localColumns.some((local) => local === column));

/** What the server is asked for one page of runs. */
export const searchFor = (list: RunList, page: number) => ({
  ...queryFor(list),
  sort: [...list.sort],
  ...(list.group !== undefined && { group: list.group }),
  values: valuesOf(list),
  limit: pageSize,
  offset: page * pageSize,
});

export const groupsFor = (list: RunList) => ({ ...queryFor(list), group: list.group ?? '', values: valuesOf(list) });

export const countOf = (counts: Record<RunStatus, number>, status: StatusFilter): number =>
  runStatuses.reduce((sum, one) => sum + (isOf(status, one) ? counts[one] : 0), 0);

/**
 * The order after a column's head was chosen: largest first, then smallest first, then the newest run first again.
 * `isAdded` keeps the keys before it, so that this one decides where they leave runs equal.
 */
export function nextSort(sort: readonly SortKey[], by: string, isAdded = false): SortKey[] {
  const at = isAdded || sort.length === 1 ? sort.findIndex((key) => key.by === by) : -1;
  const next = directionAfter(sort[at]?.direction);
  if (!isAdded) return next ? [{ by, direction: next }] : [];
  if (at < 0) return [...sort, { by, direction: 'descending' }];
  return next ? sort.with(at, { by, direction: next }) : sort.filter((_, index) => index !== at);
}

/** Undefined once both have been seen. */
function directionAfter(direction: SortKey['direction'] | undefined): SortKey['direction'] | undefined {
  if (direction === 'ascending') return undefined;
  return direction ? 'ascending' : 'descending';
}

/** The columns with one of them at another place. */
export function moveColumn(columns: readonly string[], column: string, to: number): string[] {
  const others = columns.filter((one) => one !== column);
  return others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, column);
}

const parseKey = (text: string): SortKey =>
  text.startsWith('-') ? { by: text.slice(1), direction: 'descending' } : { by: text, direction: 'ascending' };

const isOf = (filter: StatusFilter, status: RunStatus) =>
  filter === 'all' || (filter === 'active' ? isActive(status) : filter === status);

/** A group's key in the address. */
export const foldKey = (key: FoundValue): string => JSON.stringify(key);

/** The list with a group folded, or not any more. */
export function foldGroup(list: RunList, key: FoundValue): RunList {
  const text = foldKey(key);
  const isFolded = list.folded.includes(text);
  return { ...list, folded: isFolded ? list.folded.filter((one) => one !== text) : [...list.folded, text] };
}
