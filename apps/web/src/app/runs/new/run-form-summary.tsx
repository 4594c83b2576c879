'use client';

import { Alert, Button } from '@mantine/core';
import { Play, RotateCcw } from 'lucide-react';
import { configFields } from '#components/config-fields.ts';
import { CommandBox } from './command-box.tsx';
import { commandLine } from './command-line.ts';
import classes from './run-form.module.css';
import type { RunForm } from './use-run-form.ts';

interface RunFormSummaryProps {
  form: RunForm;
  isSending: boolean;
  error: string | undefined;
}

export function RunFormSummary({ form, isSending, error }: RunFormSummaryProps) {
  const changed = configFields.filter(({ key }) => form.isChanged(key));
  const wrong = form.problems.length;
  return (
    <aside className={classes.summary} aria-label="Summary">
      <h2 className={classes.heading}>
        {changed.length === 0 ? 'The preset as it is' : counted(changed.length, 'change')}
      </h2>
      {changed.length > 0 && (
        <dl className={classes.changes}>
          {changed.map(({ key, title }) => (
            <div key={key} className={classes.change}>
              <dt>{title}</dt>
              <dd className="figures">
                <span className={classes.before}>{String(form.presetValue(key))}</span> → {String(form.typed[key])}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className={classes.label}>The same run from a terminal</p>
      <CommandBox command={commandLine(form.preset, form.request)} />
      {error && (
        <Alert color="red" variant="light" title="The run was not created" mt="md">
          {error}
        </Alert>
      )}
      <div className={classes.actions}>
        <Button type="submit" loading={isSending} leftSection={<Play size={15} />} fullWidth>
          Start run
        </Button>
        {changed.length > 0 && (
          <Button
            variant="default"
            leftSection={<RotateCcw size={15} />}
            onClick={() => form.choosePreset(form.preset.name)}
            fullWidth
          >
            Reset to preset
          </Button>
        )}
      </div>
      <p className={classes.hint} role="status">
        {wrong > 0 ? `${counted(wrong, 'field')} to correct first.` : 'It waits in the queue until a slot is free.'}
      </p>
    </aside>
  );
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
