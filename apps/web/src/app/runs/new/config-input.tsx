'use client';

import { hasEffect } from '@duality/shared';
import { NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { type ConfigField, valueTitle } from '#components/config-fields.ts';
import classes from './config-input.module.css';
import type { RunForm } from './use-run-form.ts';

interface ConfigInputProps {
  field: ConfigField;
  form: RunForm;
}

/** The input that fits one field, with its problem beside it and a mark when it differs from the preset. */
export function ConfigInput({ field, form }: ConfigInputProps) {
  const { key, title } = field;
  const isChanged = form.isChanged(key);
  const shared = {
    id: `field-${key}`,
    label: title,
    description: <Description field={field} form={form} />,
    error: form.problemOf(key),
    'data-changed': isChanged || undefined,
    classNames: { root: classes.root ?? '', input: classes.input ?? '' },
    inputWrapperOrder: ['label' as const, 'input' as const, 'error' as const, 'description' as const],
  };
  const typed = form.typed[key] ?? '';
  if (field.kind === 'choice') {
    return (
      <Select
        {...shared}
        data={field.choices.map(({ value, title }) => ({ value: String(value), label: title }))}
        value={String(typed)}
        disabled={field.choices.length < 2}
        allowDeselect={false}
        onChange={(value) => form.setField(key, value ?? '')}
      />
    );
  }
  if (field.kind === 'switch') {
    return (
      <Switch
        id={shared.id}
        label={title}
        description={shared.description}
        error={shared.error}
        className={classes.switch ?? ''}
        checked={typed === true}
        onChange={(event) => form.setField(key, event.currentTarget.checked)}
      />
    );
  }
  // Small numbers are written 2e-4, which a number input would not take.
  if (field.kind === 'real') {
    return (
      <TextInput
        {...shared}
        inputMode="decimal"
        autoComplete="off"
        value={String(typed)}
        onChange={(event) => form.setField(key, event.currentTarget.value)}
      />
    );
  }
  return (
    <NumberInput
      {...shared}
      clampBehavior="none"
      value={typeof typed === 'boolean' ? '' : typed}
      onChange={(value) => form.setField(key, value)}
    />
  );
}

/** What the key is, and how its value here stands to the preset's. */
function Description({ field: { key, description }, form }: ConfigInputProps) {
  const corrected = form.correctedValue(key);
  return (
    <>
      {description}
      {form.isChanged(key) && (
        <span className={classes.changed}>changed; preset: {valueTitle(key, form.presetValue(key))}</span>
      )}
      {corrected !== undefined && (
        <span className={classes.printed}>as printed; corrected: {valueTitle(key, corrected)}</span>
      )}
      {!hasEffect(key, form.config) && <span className={classes.unused}>no effect with these settings</span>}
    </>
  );
}
