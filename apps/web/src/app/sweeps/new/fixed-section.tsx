'use client';

import { ActionIcon, Select, Switch, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { type ConfigValue, valueTitle } from '#components/config-fields.ts';
import inputs from '../../runs/new/config-input.module.css';
import shell from '../../runs/new/run-form.module.css';
import { parameterTitle } from '../describe-space.ts';
import { fixedOptions } from './parameter-options.ts';
import classes from './sweep-form.module.css';
import { fieldOf } from './typed-dimension.ts';
import type { SweepForm } from './use-sweep-form.ts';

/** What is the same in all trials and not as in the preset. */
export function FixedSection({ form }: { form: SweepForm }) {
  const { set, space } = form.typed;
  const taken = new Set([...set, ...space].map(({ key }) => key));
  const presetValue = (key: string) => form.preset.config[key as keyof typeof form.preset.config];
  return (
    <section className={shell.section} aria-labelledby="sweep-fixed">
      <h2 id="sweep-fixed" className={shell.heading}>
        The same in all trials
      </h2>
      <p className={classes.meaning}>Everything else is as in the preset.</p>
      {set.length > 0 && (
        <ul className={classes.fixed} aria-label="Values that differ from the preset">
          {set.map(({ key, value }) => (
            <li key={key} className={classes.fixedRow}>
              <FixedInput fixedKey={key} value={value} form={form} presetValue={presetValue(key)} />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={`${parameterTitle(key)} as in the preset`}
                onClick={() => form.removeFixed(key)}
              >
                <X size={15} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <Select
        className={classes.picker ?? ''}
        label="Set a value"
        placeholder="Steps, batch size, …"
        leftSection={<Plus size={15} />}
        data={fixedOptions(form.base, taken)}
        value={null}
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage="No parameter matches"
        maxDropdownHeight={320}
        comboboxProps={{ keepMounted: false }}
        onChange={(key) => {
          if (!key) return;
          form.setFixed(key, presetValue(key) as ConfigValue);
          setTimeout(() => document.getElementById(`sweep-set.${key}`)?.focus());
        }}
      />
    </section>
  );
}

interface FixedInputProps {
  fixedKey: string;
  value: ConfigValue;
  presetValue: unknown;
  form: SweepForm;
}

function FixedInput({ fixedKey: key, value, presetValue, form }: FixedInputProps) {
  const field = fieldOf(key);
  const shared = {
    id: `sweep-set.${key}`,
    label: parameterTitle(key),
    description: `preset: ${valueTitle(key, presetValue)}`,
    error: form.problemOf(`set.${key}`),
    inputWrapperOrder: ['label' as const, 'input' as const, 'error' as const, 'description' as const],
  };
  if (field?.kind === 'choice') {
    return (
      <Select
        {...shared}
        data={field.choices.map((choice) => ({ value: String(choice.value), label: choice.title }))}
        value={String(value)}
        allowDeselect={false}
        onChange={(chosen) => form.setFixed(key, chosen ?? '')}
      />
    );
  }
  if (field?.kind === 'switch') {
    const { inputWrapperOrder: _, ...words } = shared;
    return (
      <Switch
        {...words}
        checked={value === true}
        onChange={(event) => form.setFixed(key, event.currentTarget.checked)}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: inputs.input ?? '' }}
      value={String(value)}
      onChange={(event) => form.setFixed(key, event.currentTarget.value)}
    />
  );
}
