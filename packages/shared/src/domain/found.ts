import type { RunConfigKey } from './config.ts';
import type { RunSummary } from './run.ts';

/** A value of one run; null where it is missing. Times are in ms since the epoch, tags stand a line each. */
export type FoundValue = number | string | boolean | null;

/** A run with the values that were asked for, in that order. */
export interface FoundRun extends RunSummary {
  values: FoundValue[];
}

/** What can be chosen to show, sort or filter runs by, beside the fields that every run has. */
export interface RunFields {
  /** In the order of the schema; `differs` where not all runs that were found have the same value. */
  config: { key: RunConfigKey; differs: boolean }[];
  /** Names of all metrics that some run has, those with a description first and in its order. */
  metrics: string[];
  /** In use outside the trash, the most used first. */
  tags: string[];
  experiments: string[];
  presets: string[];
}
