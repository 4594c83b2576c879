'use client';

import { Alert, Button } from '@mantine/core';
import { Play } from 'lucide-react';
import { focusProblem } from '#components/focus-problem.ts';
import shell from '../../runs/new/run-form.module.css';
import { type PlaceKey, placeTitles } from '../../runs/new/typed-place.ts';
import { CopyJsonButton } from '../copy-json-button.tsx';
import { parameterTitle } from '../describe-space.ts';
import { writeSweep } from '../sweep-json.ts';
import { EstimateFigures } from './estimate-figures.tsx';
import classes from './sweep-form.module.css';
import type { SweepForm } from './use-sweep-form.ts';

interface SweepFormSummaryProps {
  form: SweepForm;
  isSending: boolean;
  error: string | undefined;
  onShowForm: () => void;
}

export function SweepFormSummary({ form, isSending, error, onShowForm }: SweepFormSummaryProps) {
  const { shownProblems: problems, input, isFresh } = form;
  const json = writeSweep(input);
  return (
    <aside className={`${shell.summary} ${classes.summary}`} aria-label="Summary">
      <h2 className={shell.heading}>{String(input.name)}</h2>
      <EstimateFigures form={form} />
      {problems.length > 0 && (
        <div className={classes.toCorrect}>
          <p className={shell.label}>To correct first</p>
          <ul>
            {problems.map(({ key, message }) => (
              <li key={`${key} ${message}`}>
                <button
                  type="button"
                  className={classes.jump}
                  onClick={() => {
                    onShowForm();
                    // The form may have to come first.
                    setTimeout(() => focusProblem(key, 'sweep'));
                  }}
                >
                  {describePath(key)}
                </button>{' '}
                {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      {error && (
        <Alert color="red" variant="light" title="The sweep was not started" mt="md">
          {error}
        </Alert>
      )}
      <div className={shell.actions}>
        <Button
          type="submit"
          loading={isSending}
          leftSection={<Play size={15} />}
          aria-describedby="sweep-hint"
          fullWidth
        >
          Start sweep
        </Button>
      </div>
      <p id="sweep-hint" className={shell.hint} role="status">
        {problems.length > 0
          ? `${problems.length === 1 ? 'One thing' : `${problems.length} things`} to correct first.`
          : isFresh
            ? 'Choose first what varies.'
            : form.typed.place.isSlurm
              ? 'Its trials are submitted to Slurm, which starts them as it has room.'
              : 'The scheduler starts its trials as slots are free.'}
      </p>
      <div className={classes.file}>
        <p className={shell.label}>
          The same by <code>npm run sweep -- FILE</code>
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className={classes.code} aria-label="The sweep as JSON" tabIndex={0}>
          <pre>{json}</pre>
        </section>
        <CopyJsonButton json={json} />
      </div>
    </aside>
  );
}

/** A path as a person reads it: `Learning rate, low`. */
function describePath(path: string): string {
  const [first = '', key = '', ...rest] = path.split('.');
  if (first === 'space' || first === 'set') return [key ? parameterTitle(key) : 'What varies', ...rest].join(', ');
  if (first === 'place') return placeTitles[key as PlaceKey] ?? 'Where';
  return [first || 'Sweep', key, ...rest].filter(Boolean).join(', ');
}
