'use client';

import { type ConfigProblem, findSweepProblems, SweepRequest } from '@duality/shared';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { FormSection } from '../../runs/new/form-section.tsx';
import { writeSweep } from '../sweep-json.ts';
import classes from './sweep-form.module.css';
import type { SweepForm } from './use-sweep-form.ts';

/** The sweep as the file of `npm run sweep`, both ways: what is pasted here fills the form. */
export function JsonEditor({ form }: { form: SweepForm }) {
  const [draft, setDraft] = useState<string>();
  const { problems, request } = draft === undefined ? { problems: [], request: undefined } : readDraft(draft);
  const take = (text: string) => {
    const read = readDraft(text);
    if (read.request) form.replace(read.request);
    setDraft(text);
  };
  const isUnread = draft !== undefined && request === undefined;
  return (
    <FormSection id="sweep-json-title" title="As JSON">
      <Textarea
        id="sweep-json"
        label="The whole sweep"
        description="The same that npm run sweep -- FILE reads. Paste one here to fill the form."
        autosize
        minRows={14}
        maxRows={32}
        spellCheck={false}
        classNames={{ input: classes.json ?? '' }}
        value={draft ?? writeSweep(form.input)}
        error={isUnread ? 'The form keeps what it was until this can be read' : undefined}
        onChange={(event) => take(event.currentTarget.value)}
        onBlur={() => !isUnread && setDraft(undefined)}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
      />
      {problems.length > 0 && (
        <ul className={classes.problems}>
          {problems.map(({ key, message }) => (
            <li key={`${key} ${message}`}>
              {key && <code>{key}</code>} {message}
            </li>
          ))}
        </ul>
      )}
    </FormSection>
  );
}

/** What a text is as a sweep; one whose shape is right can stand in the form, whatever else is wrong with it. */
function readDraft(text: string): { problems: ConfigProblem[]; request: SweepRequest | undefined } {
  try {
    const input: unknown = JSON.parse(text);
    const { success, data } = SweepRequest.safeParse(input);
    return { problems: findSweepProblems(input), request: success ? data : undefined };
  } catch (error) {
    return {
      problems: [{ key: '', message: error instanceof Error ? error.message : String(error) }],
      request: undefined,
    };
  }
}
