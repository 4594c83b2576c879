'use client';

import { TextInput } from '@mantine/core';
import classes from '../../runs/new/config-input.module.css';

interface TypedFieldProps {
  /** As problems name it. */
  path: string;
  label: string;
  description?: string;
  placeholder?: string;
  value: string;
  error: string | undefined;
  onChange: (text: string) => void;
}

/** Where a number or a few are typed, with what is wrong beside it. */
export function TypedField({ path, onChange, ...rest }: TypedFieldProps) {
  return (
    <TextInput
      {...rest}
      id={`sweep-${path}`}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ root: classes.root ?? '', input: classes.input ?? '' }}
      onChange={(event) => onChange(event.currentTarget.value)}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    />
  );
}
