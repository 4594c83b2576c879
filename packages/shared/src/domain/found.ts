import type { RunConfigKey } from './config.ts';
import type { RunSummary } from './run.ts';

/** A value of one run; null where it is missing. Times are in ms since the epoch, tags stand a line each. */
export type FoundValue = number | string | boolean | null;

/** A run with the values that were asked for, in that order. */
export interface FoundRun extends RunSummary {
  values: FoundValue[];
}

/** A value that was asked for, in words. */
export interface ShownValue {
  /** As it was asked for, in the filter's language. */
  text: string;
  title: string;
  type: 'number' | 'text' | 'flag' | 'time' | 'tags';
  of: 'run' | 'config' | 'metric' | 'calculation';
  /** Of the field or the metric; null for a calculation. */
  name: string | null;
}

/** How a number lies over the runs of a group that have it. */
export interface Spread {
  count: number;
  mean: number;
  /** Of the sample; null for a single run. */
  deviation: number | null;
}

export interface FoundGroup {
  key: FoundValue;
  count: number;
  /** Of its first run among all that are found. */
  offset: number;
  /** Of each value asked for; null where no run has a number. */
  spreads: (Spread | null)[];
}

export interface FoundGroups {
  /** What they are groups of. */
  by: ShownValue;
  /** Ascending by key, the group of those without one last. */
  groups: FoundGroup[];
}

/** What can be chosen to show, sort or filter runs by, beside the fields that every run has. */
export interface RunFields {
  /** In the order of the schema; `differs` where not all runs that were found have the same value. */
  config: {
    key: RunConfigKey;
    title: string /** All by which a filter may ask for it. */;
    names: string[];
    differs: boolean;
  }[];
  /** Names of all metrics that some run has, those with a description first and in its order. */
  metrics: string[];
  /** Of each of them, in the same order. */
  metricTitles: string[];
  /** In use outside the trash, the most used first. */
  tags: string[];
  experiments: string[];
  presets: string[];
}
