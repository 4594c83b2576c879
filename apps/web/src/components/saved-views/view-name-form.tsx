'use client';

import { ViewName } from '@duality/shared';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import classes from './views-menu.module.css';

interface ViewNameFormProps {
  label: string;
  verb: string;
  name?: string;
  /** Names that are there already, and what becomes of one that is given again. */
  taken?: readonly string[];
  takenIs?: string;
  onGive: (name: string) => void;
  onClose?: () => void;
}

export function ViewNameForm({ label, verb, name = '', taken = [], takenIs, onGive, onClose }: ViewNameFormProps) {
  const [draft, setDraft] = useState(name);
  const read = ViewName.safeParse(draft);
  const isTaken = read.success && taken.includes(read.data);
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (!read.success) return;
    onGive(read.data);
    setDraft(name);
  };
  return (
    <form className={classes.form} onSubmit={give}>
      <TextInput
        className={classes.field ?? ''}
        label={label}
        autoFocus={onClose !== undefined}
        value={draft}
        description={isTaken ? `“${read.data}” ${takenIs}` : undefined}
        error={draft !== '' && !read.success ? 'must have 1 to 80 characters' : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !onClose) return;
          event.stopPropagation();
          onClose();
        }}
      />
      <Button type="submit" disabled={!read.success}>
        {verb}
      </Button>
    </form>
  );
}
