'use client';

import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import classes from './pin-form.module.css';

interface PinFormProps {
  title: string;
  note: string;
  verb: string;
  /** Rejects where it could not be saved; the form then stays. */
  onSave: (note: string) => Promise<unknown>;
  onClose: () => void;
}

/** A pin's note. Ctrl + Enter saves, Escape leaves it as it was. */
export function PinForm({ title, note, verb, onSave, onClose }: PinFormProps) {
  const [draft, setDraft] = useState(note);
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    onSave(draft.trim()).then(onClose, () => undefined);
  };
  return (
    <form className={classes.form} onSubmit={save}>
      <Textarea
        label={title}
        description="A note, if you like: what is to be seen here."
        data-autofocus
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm">
          {verb}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
