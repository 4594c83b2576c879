import { z } from 'zod';
import { EngineChoice } from '../engine.ts';
import { SlurmPlace } from '../place.ts';
import { ExperimentName, RunName } from '../run.ts';
import { EarlyStopping } from './early-stopping.ts';
import { Objective } from './objective.ts';
import { SearchSpace } from './search-space.ts';

export const strategies = ['grid', 'random', 'sobol', 'tpe'] as const;
export const SweepStrategy = z.enum(strategies);
export type SweepStrategy = z.infer<typeof SweepStrategy>;

/** What a person asks for when starting a sweep: the dashboard's form and the file of `npm run sweep` alike. */
export const SweepRequest = z.strictObject({
  name: RunName,
  /** Where the runs go; the sweep's name when absent. */
  experiment: ExperimentName.optional(),
  /** What every trial starts from. */
  preset: z.string(),
  /** Config keys that are the same in all trials and differ from the preset. */
  set: z.record(z.string(), z.unknown()).default({}),
  space: SearchSpace,
  /** Every point is trained once with each of them; its objective is their mean. */
  seeds: z.array(z.int().min(0).max(Number.MAX_SAFE_INTEGER)).min(1).max(100).default([1]),
  strategy: SweepStrategy.default('grid'),
  /** Of the strategy's own random numbers. */
  strategySeed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  earlyStopping: EarlyStopping.optional(),
  objective: Objective,
  budget: z
    .strictObject({
      /** Runs in all, seeds counted; a grid may leave it open. */
      trials: z.int().min(1).max(100_000).optional(),
      /** Of the clock, from the first trial on; pauses count. No trial starts later. */
      minutes: z.number().positive().max(1_000_000).optional(),
    })
    .default({}),
  /** Trials that run at once, at most; as many as there are slots when absent. */
  concurrency: z.int().min(1).max(1000).optional(),
  /** How often a failed trial is tried again. One that diverged is not: it would again. */
  retries: z.int().min(0).max(100).default(1),
  engine: EngineChoice.default('auto'),
  /** Where its trials train; this machine when absent. */
  place: SlurmPlace.optional(),
});
export type SweepRequest = z.infer<typeof SweepRequest>;
/** As typed: what has a default may be missing. */
export type SweepInput = z.input<typeof SweepRequest>;
