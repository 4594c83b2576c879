'use client';

import { Select, Switch, TextInput } from '@mantine/core';
import { type ConfigValue, fieldOf, fieldTitle } from './config-fields.ts';
import classes from './config-value-input.module.css';

interface ConfigValueInputProps {
  id: string;
  /** Of the config. */
  field: string;
  value: ConfigValue;
  /** What it would be otherwise. */
  note: string;
  error: string | undefined;
  onChange: (value: ConfigValue) => void;
}

/** The input that fits one value of a config which is to be another than usual. */
export function ConfigValueInput({ id, field: key, value, note, error, onChange }: ConfigValueInputProps) {
  const field = fieldOf(key);
  const shared = { id, label: fieldTitle(key), description: note, error };
  const inputWrapperOrder = ['label' as const, 'input' as const, 'error' as const, 'description' as const];
  if (field?.kind === 'choice') {
    return (
      <Select
        {...shared}
        inputWrapperOrder={inputWrapperOrder}
        data={field.choices.map((choice) => ({ value: String(choice.value), label: choice.title }))}
        value={String(value)}
        allowDeselect={false}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    );
  }
  if (field?.kind === 'switch') {
    return <Switch {...shared} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
  }
  return (
    <TextInput
      {...shared}
      inputWrapperOrder={inputWrapperOrder}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: classes.input ?? '' }}
      value={String(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
