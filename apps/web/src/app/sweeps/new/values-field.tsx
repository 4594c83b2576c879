'use client';

import { presetGroups } from '@duality/shared';
import { MultiSelect, TagsInput } from '@mantine/core';
import { fieldOf } from '#components/config-fields.ts';
import tags from '../../runs/new/run-label-fields.module.css';
import { parameterTitle } from '../describe-space.ts';
import type { TypedDimension } from './typed-dimension.ts';
import type { SweepForm } from './use-sweep-form.ts';

interface ValuesFieldProps {
  typed: TypedDimension;
  form: SweepForm;
  onChange: (change: Partial<TypedDimension>) => void;
}

/** The choices of a parameter: some of those that its field has, or numbers as they are typed. */
export function ValuesField({ typed: { key, values }, form, onChange }: ValuesFieldProps) {
  const path = `space.${key}.values`;
  const label = `Values of ${parameterTitle(key)}`;
  const choices = offeredChoices(key);
  const shared = {
    id: `sweep-${path}`,
    'aria-label': label,
    classNames: { input: tags.tags ?? '', inputField: tags.newTag ?? '' },
    value: values,
    error: form.problemOf(path, true),
    onChange: (chosen: string[]) => onChange({ values: chosen }),
  };
  if (choices) {
    return <MultiSelect {...shared} data={choices} searchable hidePickedOptions maxDropdownHeight={320} />;
  }
  return (
    <TagsInput
      {...shared}
      description="Enter or a comma adds one"
      splitChars={[',', ' ', ';']}
      acceptValueOnBlur
      placeholder={values.length === 0 ? 'such as 1e-4' : ''}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    />
  );
}

/** Undefined where numbers are typed. */
function offeredChoices(key: string) {
  if (key === 'preset') {
    return presetGroups.map(({ title, presets }) => ({
      group: title,
      items: presets.map(({ name }) => ({ value: name, label: name })),
    }));
  }
  const field = fieldOf(key);
  if (field?.kind === 'switch') {
    return [
      { value: 'false', label: 'no' },
      { value: 'true', label: 'yes' },
    ];
  }
  return field?.kind === 'choice'
    ? field.choices.map(({ value, title }) => ({ value: String(value), label: title }))
    : undefined;
}
