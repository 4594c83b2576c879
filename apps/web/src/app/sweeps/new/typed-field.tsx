'use client';

import { TextInput } from '@mantine/core';
import classes from '../../runs/new/config-input.module.css';
import type { SweepForm } from './use-sweep-form.ts';

interface TypedFieldProps {
  form: SweepForm;
  /** As problems name it. */
  path: string;
  label: string;
  description?: string;
  placeholder?: string;
  value: string;
  onChange: (text: string) => void;
  /** Problems of what lies within it are shown here too. */
  isWhole?: boolean;
}

/** Where a number or a few are typed, with what is wrong beside it. */
export function TypedField({ form, path, value, onChange, isWhole = false, ...words }: TypedFieldProps) {
  return (
    <TextInput
      {...words}
      id={`sweep-${path}`}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ root: classes.root ?? '', input: classes.input ?? '' }}
      value={value}
      error={form.problemOf(path, isWhole)}
      onChange={(event) => onChange(event.currentTarget.value)}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    />
  );
}
