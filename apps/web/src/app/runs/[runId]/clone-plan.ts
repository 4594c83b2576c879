import {
  type ConfigProblem,
  type Difference,
  findCloneProblems,
  findDifferences,
  type Run,
  type RunConfig,
} from '@duality/shared';
import { type ConfigValue, fieldOf, readField } from '#components/config-fields.ts';
import type { ChangedValue } from '#components/value-rows.tsx';

interface ClonePlan {
  /** What was typed, as the values that it stands for. */
  overrides: Record<string, unknown>;
  problems: ConfigProblem[];
  differences: Difference[];
}

export function planClone(run: Run, at: number, changes: readonly ChangedValue[]): ClonePlan {
  const overrides = Object.fromEntries(
    changes.map(({ key, value }) => {
      const field = fieldOf(key);
      return [key, field ? readField(field, value) : value];
    }),
  );
  return {
    overrides,
    problems: findCloneProblems(run, at, overrides),
    differences: findDifferences(run.config, { ...run.config, ...overrides } as RunConfig),
  };
}

/** From its last step a clone has to go further than the run did: as far again. */
export const stepsToGo = ({ steps }: RunConfig, at: number): ChangedValue[] =>
  at >= steps ? [{ key: 'steps', value: at + steps }] : [];

/** A clone that somebody else thought of: from before what went wrong, with what may mend it. */
export interface Fork {
  before: number;
  edits: Readonly<Record<string, unknown>>;
}

/** The newest of these checkpoints that is not after `before`; the oldest where all are. `steps` are the newest first. */
export const checkpointBefore = (steps: readonly number[], before: number): number | undefined =>
  steps.find((step) => step <= before) ?? steps.at(-1);

/** How the form of a clone begins. */
export function startOfClone(config: RunConfig, steps: readonly number[], fork?: Fork) {
  const at = (fork ? checkpointBefore(steps, fork.before) : steps[0]) ?? 0;
  const edits = Object.entries(fork?.edits ?? {}).map(([key, value]) => ({ key, value: value as ConfigValue }));
  const isSaid = ({ key }: ChangedValue) => edits.some((edit) => edit.key === key);
  return { at, changes: [...edits, ...stepsToGo(config, at).filter((one) => !isSaid(one))] };
}
