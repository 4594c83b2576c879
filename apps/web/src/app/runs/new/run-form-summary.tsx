'use client';

import { findFolderProblems } from '@duality/shared';
import { Alert, Button } from '@mantine/core';
import { Play, RotateCcw } from 'lucide-react';
import { valueTitle } from '#components/config-fields.ts';
import { CommandBox } from './command-box.tsx';
import { commandLine } from './command-line.ts';
import classes from './run-form.module.css';
import type { RunForm } from './use-run-form.ts';

interface RunFormSummaryProps {
  form: RunForm;
  /** Folder that the run was read from which this one starts from. */
  dataDir: string | null;
  isSending: boolean;
  error: string | undefined;
}

export function RunFormSummary({ form, dataDir, isSending, error }: RunFormSummaryProps) {
  const { changedFields: changed, config } = form;
  const needsTerminal = findFolderProblems(config).length > 0;
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
                <span className={classes.before}>{valueTitle(key, form.presetValue(key))}</span> →{' '}
                {valueTitle(key, form.typed[key])}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {!needsTerminal && dataDir && (
        <Alert className={classes.caution ?? ''} title="Other data" mb="md">
          The run that this one starts from read {dataDir}. Started here, this one reads the packaged copy.
        </Alert>
      )}
      <p className={classes.label}>{commandHint(needsTerminal, form.place.isSlurm)}</p>
      <CommandBox command={commandLine(form.preset, form.request, needsTerminal ? dataDir : null)} />
      {error && (
        <Alert color="red" variant="light" title="The run was not created" mt="md">
          {error}
        </Alert>
      )}
      <div className={classes.actions}>
        <Button
          type="submit"
          loading={isSending}
          disabled={needsTerminal}
          aria-describedby="start-hint"
          leftSection={<Play size={15} />}
          fullWidth
        >
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
      <p id="start-hint" className={classes.hint} role="status">
        {hintOf(form.problems.length, needsTerminal, form.place.isSlurm)}
      </p>
    </aside>
  );
}

function commandHint(needsTerminal: boolean, isSlurm: boolean): string {
  if (needsTerminal) return 'To be typed in a terminal, with your folder for DIR';
  return isSlurm ? 'The same run on this machine, from a terminal' : 'The same run from a terminal';
}

function hintOf(wrong: number, needsTerminal: boolean, isSlurm: boolean): string {
  if (wrong > 0) return `${counted(wrong, 'field')} to correct first.`;
  if (needsTerminal) return 'Cannot be started here: its data lie in a folder.';
  return isSlurm
    ? 'It is submitted to Slurm, and starts when its turn comes.'
    : 'It waits in the queue until a slot is free.';
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
