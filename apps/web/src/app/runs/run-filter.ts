import { isActive, type RunSummary } from '@duality/shared';
import { describeConfig } from '#components/describe-config.ts';

export const statusFilters = ['all', 'active', 'completed', 'stopped', 'failed'] as const;
export type StatusFilter = (typeof statusFilters)[number];

export interface RunFilter {
  text: string;
  status: StatusFilter;
}

export function parseFilter(query: URLSearchParams): RunFilter {
  const status = statusFilters.find((known) => known === query.get('status'));
  return { text: query.get('q') ?? '', status: status ?? 'all' };
}

/** What is not said is the default, so that the plain address shows all runs. */
export function filterQuery({ text, status }: RunFilter): string {
  const query = new URLSearchParams();
  if (text) query.set('q', text);
  if (status !== 'all') query.set('status', status);
  return query.size > 0 ? `?${query}` : '';
}

/** Every word has to occur somewhere in the run's name, number, preset, system, data set, status, reason or engine. */
export function filterRuns(runs: readonly RunSummary[], { text, status }: RunFilter): RunSummary[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return runs.filter((run) => matchesStatus(run, status) && words.every((word) => haystack(run).includes(word)));
}

export const matchesStatus = (run: RunSummary, status: StatusFilter) =>
  status === 'all' || (status === 'active' ? isActive(run.status) : run.status === status);

const haystack = ({ id, name, preset, status, reason, engine, config }: RunSummary) =>
  `#${id} ${name} ${preset} ${describeConfig(config)} ${status} ${reason ?? ''} ${engine?.engine ?? ''} seed ${config.seed}`.toLowerCase();
