import { engineNames } from '../engine-names.ts';
import { runStatuses } from '../run-status.ts';

type FieldType = 'number' | 'text' | 'flag' | 'time' | 'tags';

export interface Meaning {
  /** Of a column. */
  title: string;
  type: FieldType;
  /** The only values it can have. */
  values?: readonly string[];
  meaning: string;
}

/** What a filter can ask of a run beside its config. */
export const runFields = {
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
  alerts: { title: 'Alerts', type: 'number', meaning: 'How many of the doctor’s alerts hold, errors included.' },
  errors: { title: 'Errors', type: 'number', meaning: 'How many of the alerts that hold are errors.' },
  createdAt: { title: 'Created', type: 'time', meaning: 'When it was asked for.' },
  startedAt: { title: 'Started', type: 'time', meaning: 'When it first started.' },
  endedAt: { title: 'Ended', type: 'time', meaning: 'When it ended.' },
  duration: {
    title: 'Duration',
    type: 'number',
    meaning: 'Seconds from its start to its end, or until now while it runs.',
  },
  where: {
    title: 'Where',
    type: 'text',
    values: ['here', 'slurm', 'offline'],
    meaning: 'Where it trains: on this machine, a Slurm cluster, or offline.',
  },
  node: { title: 'Node', type: 'text', meaning: 'Which machine, of a run that was trained elsewhere.' },
  job: { title: 'Job', type: 'text', meaning: 'Number of its job on the cluster.' },
  parent: { title: 'Cloned from', type: 'number', meaning: 'Number of the run it was cloned from.' },
} satisfies Record<string, Meaning>;

export type RunFieldName = keyof typeof runFields;

export const isRunField = (name: string): name is RunFieldName => Object.hasOwn(runFields, name);
