import { RunId } from '@duality/shared';
import { z } from 'zod';

/** One run by `runId`, or many by `runIds`, for changes that are made of all or none. */
export const RunRefs = z
  .object({ runId: RunId.optional(), runIds: z.array(RunId).min(1).max(1000).optional() })
  .refine(({ runId, runIds }) => (runId === undefined) !== (runIds === undefined), 'give runId or runIds')
  .transform(({ runId, runIds = [], ...rest }) => ({
    ...rest,
    ids: runId === undefined ? [...new Set(runIds)] : [runId],
  }));
