import { z } from 'zod';
import type { Severity } from './alert.ts';
import { RunConfig } from './config.ts';
import { EngineChoice, EngineReport } from './engine.ts';
import { Job, Place, SlurmPlace } from './place.ts';
import { runStatuses } from './run-status.ts';

export const RunId = z.int().positive();
export type RunId = z.infer<typeof RunId>;

export const RunStatus = z.enum(runStatuses);
export type RunStatus = z.infer<typeof RunStatus>;

const name = () => z.string().trim().min(1).max(120);
export const RunName = name();
export const ExperimentName = name();

/** A word or a few by which runs are found again; commas and control characters would break lists of them. */
export const Tag = z
  .string()
  .trim()
  .min(1)
  .max(50)
  .regex(/^[^,\p{Cc}]*$/u, 'must have no commas and no control characters');

/** Markdown. */
export const Notes = z.string().max(100_000);

/** What a person asks for when starting a run. */
export const RunRequest = z.strictObject({
  preset: z.string(),
  name: RunName.optional(),
  experiment: ExperimentName.optional(),
  tags: z.array(Tag).max(100).optional(),
  notes: Notes.optional(),
  engine: EngineChoice.default('auto'),
  /** This machine when absent. */
  place: SlurmPlace.optional(),
  config: RunConfig,
});
export type RunRequest = z.infer<typeof RunRequest>;

/** What a person asks for when starting a run from a checkpoint of another one. */
export interface CloneRequest {
  runId: RunId;
  /** Step of the checkpoint; the newest when absent. */
  at?: number | undefined;
  /** What differs from the config of that run. */
  config: Record<string, unknown>;
  name?: string | undefined;
  /** That of the run when absent. */
  experiment?: string | undefined;
  tags?: string[] | undefined;
  engine?: EngineChoice | undefined;
  dataDir?: string | undefined;
}

export const Run = z.object({
  id: RunId,
  /** 32 hexadecimal digits, the same in every store that the run is brought to. */
  uid: z.string(),
  name: z.string(),
  experiment: z.string(),
  /** In alphabetical order. */
  tags: z.array(z.string()),
  /** Markdown. */
  notes: z.string(),
  preset: z.string(),
  config: RunConfig,
  /** Folder with the data set's files when it is not the packaged one. */
  dataDir: z.string().nullable(),
  requestedEngine: EngineChoice,
  engine: EngineReport.nullable(),
  status: RunStatus,
  reason: z.string().nullable(),
  createdAt: z.int(),
  startedAt: z.int().nullable(),
  endedAt: z.int().nullable(),
  removedAt: z.int().nullable(),
  archivedAt: z.int().nullable(),
  lastStep: z.int(),
  /** A stop was asked for and the trainer has not ended yet. */
  stopRequested: z.boolean(),
  /** The checkpoint from which a clone started; null for a run that started from new weights. */
  parent: z.object({ runId: RunId, step: z.int() }).nullable(),
  /** Null for a run of this machine. */
  place: Place.nullable(),
  /** What its place says of it; null before it says anything. */
  job: Job.nullable(),
});
export type Run = z.infer<typeof Run>;

/** A run with the figures that lists show. */
export interface RunSummary extends Run {
  /** From the last 20 steps; null before the first. */
  stepsPerSecond: number | null;
  criticEstimate: number | null;
  newestGrid: { id: number; step: number } | null;
  /** How many of the doctor's rules hold. */
  alerts: Record<Severity, number>;
}
