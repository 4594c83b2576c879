import { z } from 'zod';
import { RunConfig, type RunConfigKey, runConfigKeys } from '../config.ts';
import { type Meaning, type RunFieldName, runFields } from './run-fields.ts';

/** What a filter can ask of a run: a column of its own, or a key of its config. */
export type FilterField = Meaning & ({ of: 'run'; name: RunFieldName } | { of: 'config'; name: RunConfigKey });

export const filterFields: readonly FilterField[] = [
  ...Object.entries(runFields).map(([name, field]) => ({ of: 'run' as const, name: name as RunFieldName, ...field })),
  ...runConfigKeys.map((name) => ({ of: 'config' as const, name, ...describeKey(name) })),
];

/** Short names that people type. */
export const fieldAliases: Readonly<Record<string, RunConfigKey>> = {
  lr: 'learningRate',
  batch: 'batchSize',
  lambda: 'gradientPenaltyWeight',
  optimizer: 'optimiser',
};

const byName = new Map(filterFields.map((field) => [field.name as string, field]));

/** `config.learningRate`, `learningRate` and `lr` are the same field. */
export function findField(typed: string): FilterField | undefined {
  const name = typed.startsWith('config.') ? typed.slice('config.'.length) : typed;
  const field = byName.get(Object.hasOwn(fieldAliases, name) ? (fieldAliases[name] ?? name) : name);
  return field?.of === 'run' && name !== typed ? undefined : field;
}

function describeKey(key: RunConfigKey): Meaning {
  const schema: z.ZodType = RunConfig.shape[key];
  const title = String(schema.meta()?.title ?? key);
  const meaning = `${title}.`;
  const plain = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
  if (plain instanceof z.ZodEnum) return { title, type: 'text', values: plain.options as string[], meaning };
  return { title, type: plain instanceof z.ZodBoolean ? 'flag' : 'number', meaning };
}
