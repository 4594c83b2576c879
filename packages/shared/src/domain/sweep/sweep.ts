import type { RunId } from '../run.ts';
import type { SearchPoint } from './search-space.ts';
import type { SweepRequest } from './sweep-request.ts';

export type SweepId = number;

/**
 * `paused`: trials rest at a checkpoint until it is resumed. `stopped`: no new trials, those that train go on to their
 * end. `cancelled`: those were stopped too. `completed`: strategy or budget has no more.
 */
export const sweepStatuses = ['running', 'paused', 'stopped', 'cancelled', 'completed'] as const;
export type SweepStatus = (typeof sweepStatuses)[number];

/** `pruned`: ended early by the sweep's rule. `paused`: rests at a checkpoint. */
export const trialStates = ['queued', 'running', 'paused', 'completed', 'pruned', 'stopped', 'failed'] as const;
export type TrialState = (typeof trialStates)[number];

export interface Sweep {
  id: SweepId;
  name: string;
  status: SweepStatus;
  request: SweepRequest;
  createdAt: number;
  /** When the first trial began. */
  startedAt: number | null;
  endedAt: number | null;
}

/** A sweep with what lists show of its trials. */
export interface SweepSummary extends Sweep {
  /** Trials in each state that any is in. */
  counts: Partial<Record<TrialState, number>>;
  /** Of completed trials; null before the first. */
  best: { number: number; runId: RunId | null; objective: number } | null;
}

/** One point of a sweep with one seed; owns exactly one run. */
export interface Trial {
  id: number;
  sweepId: SweepId;
  /** From 1, in the order in which they were proposed. */
  number: number;
  /** Which point, from 0; trials that differ in the seed alone share it. */
  point: number;
  params: SearchPoint;
  seed: number;
  /** Null once the run was deleted for good. */
  runId: RunId | null;
  state: TrialState;
  /** A person wants it to rest. */
  isPaused: boolean;
  /** Its run was asked to stop and has not yet. */
  isStopping: boolean;
  /** Its objective is the last one: nothing more will be done with it. */
  isSettled: boolean;
  /** The last step that the rule of early stopping has judged; -1 for none. */
  judgedStep: number;
  /** Why it ended, where that needs saying. */
  reason: string | null;
  /** How often it was tried again after a failure. */
  retries: number;
  /** How often its trainer was killed since it last got any further. */
  interruptions: number;
  lastStep: number;
  startedAt: number | null;
  endedAt: number | null;
  /** Null as long as there is none. */
  objective: number | null;
}

/** What a strategy knows of a point that was proposed. */
export interface Observation {
  params: SearchPoint;
  /** Mean over the seeds that have one; null while it trains and where it failed. */
  value: number | null;
  state: 'running' | 'completed' | 'pruned' | 'failed';
  /** Of a pruned point: how far it was trained. Those that got further rank before others. */
  lastStep?: number;
}
