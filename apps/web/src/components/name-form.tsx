'use client';

import { RunName } from '@duality/shared';
import { ActionIcon, TextInput } from '@mantine/core';
import { Check, X } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import classes from './name-form.module.css';

interface NameFormProps {
  /** Of the field. */
  label: string;
  name: string;
  /** Called with another name only; what it rejects with is shown at the field. */
  onSave: (name: string) => unknown;
  onClose: () => void;
  /** A heading for those who do not see the field. */
  children: ReactNode;
}

/** Where a name is written anew. Enter saves, Escape leaves it as it was. */
export function NameForm({ label, name, onSave, onClose, children }: NameFormProps) {
  const [draft, setDraft] = useState(name);
  const [refusal, setRefusal] = useState<string>();
  const isGood = RunName.safeParse(draft).success;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isGood) return;
    try {
      if (draft.trim() !== name) await onSave(draft.trim());
      onClose();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form className={classes.form} onSubmit={(event) => void save(event)}>
      {children}
      <TextInput
        className={classes.field ?? ''}
        aria-label={label}
        autoFocus
        value={draft}
        error={isGood ? refusal : 'must have 1 to 120 characters'}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setRefusal(undefined);
        }}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <ActionIcon type="submit" variant="filled" size="input-sm" aria-label="Save the name" disabled={!isGood}>
        <Check size={16} />
      </ActionIcon>
      <ActionIcon variant="default" size="input-sm" aria-label="Leave the name as it was" onClick={onClose}>
        <X size={16} />
      </ActionIcon>
    </form>
  );
}
