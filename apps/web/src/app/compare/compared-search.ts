import { comparedAtMost } from '#components/run-ids.ts';
import { archivedOnRequest } from '#components/runs-href.ts';
import { measuredBrushes } from './brushed-value.ts';
import type { CompareAddress } from './compare-address.ts';

/**
 * What `run.search` is asked for the chosen runs, in the order of their numbers, with what brushes are about; archived
 * ones only when named.
 */
export function comparedSearch({ ids, filter = '', brushes }: Pick<CompareAddress, 'ids' | 'filter' | 'brushes'>) {
  const values = measuredBrushes(brushes);
  const asked = {
    sort: [{ by: 'id', direction: 'ascending' as const }],
    limit: comparedAtMost,
    ...(values.length > 0 && { values }),
  };
  return ids ? { ...asked, ids } : { ...asked, filter, ...archivedOnRequest(filter) };
}
