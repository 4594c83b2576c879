'use client';

import type { RunSummary } from '@duality/shared';
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { useRef, useState } from 'react';
import { NameForm } from '#components/name-form.tsx';
import { useRunActions } from '#components/use-run-actions.tsx';
import classes from './run-name.module.css';

/** The name as the page's heading; chosen, it can be written anew. */
export function RunName({ run }: { run: RunSummary }) {
  const { rename } = useRunActions();
  const [isEditing, setIsEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setIsEditing(false);
    // The field is gone by then, and whoever works by keyboard must not be thrown to the top of the page.
    setTimeout(() => button.current?.focus());
  };
  if (isEditing) {
    return (
      <NameForm label="Name of the run" name={run.name} onSave={(name) => rename(run.id, name)} onClose={close}>
        <VisuallyHidden component="h1">{run.name}</VisuallyHidden>
      </NameForm>
    );
  }
  return (
    <h1>
      <UnstyledButton ref={button} className={classes.button ?? ''} title="Rename" onClick={() => setIsEditing(true)}>
        {run.name} <Pencil size={15} aria-hidden="true" className={classes.pencil} />
      </UnstyledButton>
    </h1>
  );
}
