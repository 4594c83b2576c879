import { z } from 'zod';
import { RunId, type RunStatus } from './run.ts';
import { runStatuses } from './run-status.ts';

/** What people did to runs and experiments, as entries name it. */
export const auditActions = [
  'queue',
  'clone',
  'stop',
  'resume',
  'rename',
  'tag',
  'untag',
  'note',
  'archive',
  'unarchive',
  'move',
  'remove',
  'restore',
  'purge',
  'createExperiment',
  'renameExperiment',
  'noteExperiment',
  'removeExperiment',
  'pin',
  'notePin',
  'unpin',
  'saveView',
  'renameView',
  'removeView',
  'undo',
  'redo',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** One change that a person made, to one thing or to many at once. */
export const AuditEntry = z.object({
  id: z.int().positive(),
  at: z.int(),
  /** Through which door it came: `dashboard`, `terminal` or `scheduler`. */
  actor: z.string(),
  action: z.enum(auditActions),
  summary: z.string(),
  runIds: z.array(RunId),
  /** Why it can never be undone; null where it can. */
  whyFinal: z.string().nullable(),
  undoneAt: z.int().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** An entry with what stands in the way of undoing it now; null when nothing does. */
export interface ListedEntry extends AuditEntry {
  obstacle: string | null;
}

/** A named group of runs for one question. */
export interface Experiment {
  name: string;
  notes: string;
  createdAt: number;
  /** Runs outside the trash, by status. */
  counts: Record<RunStatus, number>;
  /** How many of its runs are in the trash. */
  removed: number;
  /** When one of its runs last began, ended or was created; null without runs. */
  newestAt: number | null;
}

export const noCounts = (): Experiment['counts'] =>
  Object.fromEntries(runStatuses.map((status) => [status, 0])) as Experiment['counts'];

/** How long a run stays in the trash before it is deleted for good. */
export const trashDays = 30;
const dayMs = 24 * 60 * 60 * 1000;

type Removed = Record<'removedAt' | 'startedAt' | 'endedAt', number | null> & { createdAt: number };

/**
 * When a run in the trash may be deleted for good. A removal that is older than what the run went through before was
 * dated by a clock that stood wrong, so the latest of its times counts.
 */
export const expiryOf = ({ removedAt, createdAt, startedAt, endedAt }: Removed): number =>
  Math.max(removedAt ?? 0, createdAt, startedAt ?? 0, endedAt ?? 0) + trashDays * dayMs;

/** Whole days until then, at least 0. */
export const daysLeft = (expiresAt: number, now: number): number => Math.max(0, Math.ceil((expiresAt - now) / dayMs));
