import { RunId, RunStatus } from '@duality/shared';
import { z } from 'zod';

/** Texts are read by the filter's own rules, which say where they are wrong; the length here only keeps out the absurd. */
const Text = z.string().max(100_000);

const Values = z.array(Text).max(60);

/** Which runs are meant; see `docs/filter.md`. */
export const RunQueryInput = z.strictObject({
  filter: Text.optional(),
  trash: z.boolean().optional(),
  archived: z.boolean().optional(),
  ids: z.array(RunId).max(1000).optional(),
  statuses: z.array(RunStatus).optional(),
});

/** How to order them, what to tell of each, and which page of it. */
export const RunSearchInput = RunQueryInput.extend({
  sort: z
    .array(z.strictObject({ by: Text, direction: z.enum(['ascending', 'descending']) }))
    .max(8)
    .optional(),
  group: Text.optional(),
  values: Values.optional(),
  limit: z.int().min(1).max(10_000).optional(),
  offset: z.int().min(0).optional(),
});

/** What they are to be grouped by, and what to sum up of each group. */
export const RunGroupingInput = RunQueryInput.extend({ group: Text, values: Values.optional() });
