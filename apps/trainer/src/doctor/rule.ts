import type { RunConfig } from '@duality/shared';

/** What a rule may know of a run beside its config. */
export interface RunFacts {
  /** Of one sample: [height, width, channels] or [coordinates]. */
  sampleShape: readonly number[];
}

/** Finite values by the names of their metrics: all of a step, or all of an evaluation. */
export type Values = Readonly<Record<string, number>>;

/** A sentence with the figures while the rule holds, null while it does not, undefined where the values say nothing of it. */
type Verdict = string | null | undefined;

/**
 * Sees the values of each step, in step order, and those of each evaluation, also in step order but some steps after its
 * own. Its verdict may rest on nothing that depends on how many steps that is, and on nothing older than what
 * `remembered.ts` names. Step 0 has no values: then the config alone is judged.
 */
export type Observer = (step: number, values: Values, floors: Values) => Verdict;

export interface Rule {
  /** After how many verdicts in a row an alert begins, and after how many it ends. */
  patience: { begin: number; end: number };
  /** Undefined where the rule does not apply. */
  watch: (config: RunConfig, facts: RunFacts) => Observer | undefined;
  /** What to change in a fork from a checkpoint; nothing where no fork can mend it. */
  edits: (config: RunConfig) => Partial<RunConfig>;
}

/** A rule of the config alone, which holds for good or not at all. */
export const ofConfig = (find: (config: RunConfig) => string | undefined): Rule => ({
  patience: { begin: 1, end: 1 },
  watch: (config) => {
    const message = find(config);
    return message === undefined ? undefined : (step) => (step === 0 ? message : undefined);
  },
  edits: () => ({}),
});
