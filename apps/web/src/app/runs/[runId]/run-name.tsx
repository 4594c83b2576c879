'use client';

import { RunName as Name, type RunSummary } from '@duality/shared';
import { ActionIcon, TextInput, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { Check, Pencil, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useRunActions } from '#components/use-run-actions.tsx';
import classes from './run-name.module.css';

/** The name as the page's heading; chosen, it can be written anew. Enter saves, Escape leaves it as it was. */
export function RunName({ run }: { run: RunSummary }) {
  const { rename } = useRunActions();
  const [draft, setDraft] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setDraft(undefined);
    // The field is gone by then, and whoever works by keyboard must not be thrown to the top of the page.
    setTimeout(() => button.current?.focus());
  };
  if (draft === undefined) {
    return (
      <h1 className={classes.name}>
        <UnstyledButton ref={button} className={classes.button ?? ''} title="Rename" onClick={() => setDraft(run.name)}>
          {run.name} <Pencil size={15} aria-hidden="true" className={classes.pencil} />
        </UnstyledButton>
      </h1>
    );
  }
  const isGood = Name.safeParse(draft).success;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isGood) return;
        if (draft.trim() !== run.name) rename(run.id, draft);
        close();
      }}
    >
      <VisuallyHidden component="h1">{run.name}</VisuallyHidden>
      <TextInput
        className={classes.field ?? ''}
        aria-label="Name of the run"
        autoFocus
        value={draft}
        error={isGood ? undefined : 'must have 1 to 120 characters'}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      />
      <ActionIcon type="submit" variant="filled" size="input-sm" aria-label="Save the name" disabled={!isGood}>
        <Check size={16} />
      </ActionIcon>
      <ActionIcon variant="default" size="input-sm" aria-label="Leave the name as it was" onClick={close}>
        <X size={16} />
      </ActionIcon>
    </form>
  );
}
