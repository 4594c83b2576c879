import { z } from 'zod';
import { ExperimentName, type Run, RunId, Tag } from './run.ts';
import { hasDiverged, isActive } from './run-status.ts';

const ids = { runIds: z.array(RunId).min(1).max(100_000) };

/** One change of many runs: of those that it can be made of. */
export const BulkChange = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['stop', 'resume', 'archive', 'unarchive', 'remove', 'restore']), ...ids }),
  z.strictObject({ action: z.enum(['tag', 'untag']), ...ids, tag: Tag }),
  z.strictObject({ action: z.literal('move'), ...ids, experiment: ExperimentName }),
]);
export type BulkChange = z.infer<typeof BulkChange>;

/** What became of it. */
export interface BulkOutcome {
  done: number;
  /** The entry to undo it by; null when there is nothing to undo. */
  auditId: number | null;
  /** Why some were left as they were, a phrase about them, with how many. */
  left: { reason: string; count: number }[];
}

/** Why a run is left out of a change; undefined where it can be made. */
export function obstacleTo(change: BulkChange, run: Run): string | undefined {
  const { status, removedAt, archivedAt } = run;
  if (change.action === 'restore') return removedAt === null ? 'not in the trash' : undefined;
  if (removedAt !== null) return 'in the trash';
  switch (change.action) {
    case 'stop':
      if (!isActive(status)) return 'not running';
      return run.stopRequested ? 'stopping already' : undefined;
    case 'resume':
      if (hasDiverged(run)) return 'diverged, and would again';
      return status === 'stopped' || status === 'failed' ? undefined : 'not stopped';
    case 'archive':
      return archivedAt === null ? undefined : 'archived already';
    case 'unarchive':
      return archivedAt === null ? 'not archived' : undefined;
    case 'remove':
      return status === 'running' ? 'training: stop first' : undefined;
    case 'tag':
      return run.tags.includes(change.tag) ? 'tagged so already' : undefined;
    case 'untag':
      return run.tags.includes(change.tag) ? undefined : 'without the tag';
    case 'move':
      return run.experiment === change.experiment ? 'there already' : undefined;
  }
}
