'use client';

import type { SlurmReport } from '@duality/shared';
import { Select, TextInput } from '@mantine/core';
import input from './config-input.module.css';
import classes from './place-section.module.css';
import shell from './run-form.module.css';
import { type PlaceForm, type PlaceKey, placeTitles, problemOfPlace, usualPlace } from './typed-place.ts';

/** But for the partition, in their order. */
const descriptions: readonly (readonly [Exclude<PlaceKey, 'partition'>, string])[] = [
  ['account', 'Whose time it takes'],
  ['qos', 'Quality of service'],
  ['cpus', 'For each run'],
  ['memoryMb', 'For each run; one that takes more is ended'],
  ['gpus', 'For each run; 0 for none'],
  ['minutes', 'Then Slurm ends the job. A longer run saves a checkpoint before, and goes on in the next'],
  ['flags', 'Of sbatch, with spaces between, such as --exclusive or --nice=5'],
];

interface SlurmFieldsProps extends PlaceForm {
  report: SlurmReport | undefined;
}

/** What a job asks of the cluster. */
export function SlurmFields({ typed, problems, idOf, onChange, report }: SlurmFieldsProps) {
  const shared = (key: PlaceKey) => ({
    id: idOf(`place.${key}`),
    label: placeTitles[key],
    error: problemOfPlace(typed, problems, key),
    inputWrapperOrder: ['label' as const, 'input' as const, 'error' as const, 'description' as const],
  });
  return (
    <div className={`${shell.grid} ${shell.numbers} ${classes.fields}`}>
      <Select
        {...shared('partition')}
        className={classes.partition ?? ''}
        description="Which nodes may take it"
        data={partitionOptions(report, typed.partition)}
        value={typed.partition}
        allowDeselect={false}
        onChange={(partition) => onChange({ partition: partition ?? '' })}
      />
      {descriptions.map(([key, description]) => (
        <TextInput
          {...shared(key)}
          key={key}
          description={description}
          placeholder={key === 'flags' ? 'none' : String(usualPlace[key] ?? 'as usual')}
          inputMode={typeof usualPlace[key] === 'number' ? 'numeric' : 'text'}
          autoComplete="off"
          spellCheck={false}
          classNames={{ root: (key === 'flags' ? classes.flags : input.root) ?? '', input: input.input ?? '' }}
          value={typed[key]}
          onChange={(event) => onChange({ [key]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}

/** Those of the cluster, and the one that was chosen when it was another. */
function partitionOptions(report: SlurmReport | undefined, chosen: string) {
  const usual = report?.defaultPartition
    ? `The cluster’s own choice (${report.defaultPartition})`
    : 'The cluster’s own choice';
  const names = new Set([...(report?.partitions ?? []), ...(chosen ? [chosen] : [])]);
  return [{ value: '', label: usual }, ...[...names].map((name) => ({ value: name, label: name }))];
}
