import {
  type ConfigProblem,
  type Difference,
  findCloneProblems,
  findDifferences,
  type Run,
  type RunConfig,
} from '@duality/shared';
import { configFields, readField } from '#components/config-fields.ts';
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
      const field = configFields.find((one) => one.key === key);
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
