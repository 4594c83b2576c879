import { z } from 'zod';
import { RunId } from './run.ts';
import type { SampleGrid } from './sample-grid.ts';

/** Plain text. */
export const PinNote = z.string().trim().max(1000);

/** A sample grid that a person wants to find again, or one tile of it. */
export const NewPin = z.strictObject({
  runId: RunId,
  step: z.int().min(0),
  /** Counted from 0, row by row; null for the whole grid. */
  tile: z.int().min(0).nullable().default(null),
  note: PinNote.default(''),
});
export type NewPin = z.infer<typeof NewPin>;

export interface Pin extends NewPin {
  id: number;
  createdAt: number;
  /** As it is stored now; null where a resumed run has not drawn it again. */
  grid: SampleGrid | null;
}
