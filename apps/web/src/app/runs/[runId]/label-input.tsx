'use client';

import { Autocomplete, Button, Popover, UnstyledButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import classes from './run-labels.module.css';

interface LabelInputProps {
  /** Of the field. */
  label: string;
  /** What the button is called where it is not seen. */
  button: string;
  suggestions: readonly string[];
  maxLength: number;
  /** What the field begins with. */
  start?: string;
  /** Says what is wrong with a text. */
  refuse?: (text: string) => string | undefined;
  onOpen: () => void;
  onSave: (text: string) => void;
  children: ReactNode;
}

/** A button behind which a word is typed or chosen. Enter saves, Escape leaves all as it was. */
export function LabelInput({ label, button, start = '', onOpen, onSave, children, ...rest }: LabelInputProps) {
  const { suggestions, maxLength, refuse } = rest;
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState(start);
  const problem = refuse?.(text);
  const toggle = (open: boolean) => {
    setIsOpen(open);
    if (!open) return;
    setText(start);
    onOpen();
  };
  const save = (value: string) => {
    if (value.trim() === '' || refuse?.(value)) return;
    onSave(value.trim());
    setIsOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={toggle} position="bottom-start" trapFocus returnFocus shadow="sm" width={280}>
      <Popover.Target>
        <UnstyledButton className={classes.change ?? ''} aria-label={button} onClick={() => toggle(!isOpen)}>
          {children}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            save(text);
          }}
        >
          <Autocomplete
            label={label}
            labelProps={{ mb: 6 }}
            data-autofocus
            size="sm"
            maxLength={maxLength}
            data={[...suggestions]}
            limit={8}
            value={text}
            error={problem}
            comboboxProps={{ withinPortal: false }}
            onChange={setText}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button type="submit" size="compact-sm" disabled={text.trim() === '' || problem !== undefined}>
            Save
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
