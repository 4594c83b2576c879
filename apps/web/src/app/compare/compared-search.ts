import { comparedAtMost } from '#components/run-ids.ts';
import type { CompareAddress } from './compare-address.ts';

/** What `run.search` is asked for the chosen runs, in the order of their numbers; archived ones only when named. */
export function comparedSearch({ ids, filter = '' }: Pick<CompareAddress, 'ids' | 'filter'>) {
  const order = { sort: [{ by: 'id', direction: 'ascending' as const }], limit: comparedAtMost };
  return ids ? { ...order, ids } : { ...order, filter, ...(!/\barchived\b/i.test(filter) && { archived: false }) };
}
