import { z } from 'zod';
import { RunConfig, type RunConfigKey, runConfigKeys } from '../config.ts';
import { engineNames } from '../engine.ts';
import { runStatuses } from '../run-status.ts';

type FieldType = 'number' | 'text' | 'flag' | 'time' | 'tags';

interface Meaning {
  /** Of a column. */
  title: string;
  type: FieldType;
  /** The only values it can have. */
  values?: readonly string[];
  meaning: string;
}

const runFields = {
  id: { title: 'Number', type: 'number', meaning: 'Number of the run.' },
  name: { title: 'Name', type: 'text', meaning: 'Its name.' },
  experiment: { title: 'Experiment', type: 'text', meaning: 'The experiment it belongs to.' },
  preset: { title: 'Preset', type: 'text', meaning: 'The preset it was made from.' },
  status: { title: 'Status', type: 'text', values: runStatuses, meaning: 'Where it stands.' },
  reason: { title: 'Reason', type: 'text', meaning: 'Why it stopped or failed.' },
  engine: {
    title: 'Engine',
    type: 'text',
    values: engineNames,
    meaning: 'What computed it; missing before it starts.',
  },
  step: { title: 'Step', type: 'number', meaning: 'The newest step that is kept.' },
  notes: { title: 'Notes', type: 'text', meaning: 'Its notes.' },
  tags: { title: 'Tags', type: 'tags', meaning: 'Its tags.' },
  archived: { title: 'Archived', type: 'flag', meaning: 'Whether it is archived.' },
  createdAt: { title: 'Created', type: 'time', meaning: 'When it was asked for.' },
  startedAt: { title: 'Started', type: 'time', meaning: 'When it first started.' },
  endedAt: { title: 'Ended', type: 'time', meaning: 'When it ended.' },
  duration: {
    title: 'Duration',
    type: 'number',
    meaning: 'Seconds from its start to its end, or until now while it runs.',
  },
  parent: { title: 'Cloned from', type: 'number', meaning: 'Number of the run it was cloned from.' },
} satisfies Record<string, Meaning>;

export type RunFieldName = keyof typeof runFields;

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
