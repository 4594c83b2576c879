'use client';

import { Button, MultiSelect, Select, TagsInput } from '@mantine/core';
import { GitBranch } from 'lucide-react';
import tags from '../../runs/new/run-label-fields.module.css';
import { choiceTitle, parameterTitle } from '../describe-space.ts';
import classes from './sweep-form.module.css';
import { readChoice, type TypedDimension } from './typed-dimension.ts';
import type { SweepForm } from './use-sweep-form.ts';

interface ConditionFieldsProps {
  typed: TypedDimension;
  form: SweepForm;
  onChange: (change: Partial<TypedDimension>) => void;
}

/** “Only when … is …”: a parameter that another one has to switch on. */
export function ConditionFields({ typed: { key, when }, form, onChange }: ConditionFieldsProps) {
  const others = form.typed.space.filter((one) => one.key !== key);
  const title = parameterTitle(key);
  if (!when) {
    const [first] = others;
    if (!first) return null;
    return (
      <Button
        className={classes.conditionButton ?? ''}
        variant="subtle"
        color="gray"
        size="compact-xs"
        leftSection={<GitBranch size={13} />}
        aria-label={`${title} only when another has a certain value`}
        onClick={() => onChange({ when: { parameter: first.key, values: [] } })}
      >
        Only when …
      </Button>
    );
  }
  const parent = others.find((one) => one.key === when.parameter);
  const set = (values: string[]) => onChange({ when: { ...when, values } });
  const path = `space.${key}.when`;
  const shared = {
    id: `sweep-${path}.values`,
    label: 'is one of',
    size: 'xs',
    value: when.values,
    error: form.problemOf(`${path}.values`, true),
    onChange: set,
    classNames: { input: tags.tags ?? '', inputField: tags.newTag ?? '' },
  } as const;
  return (
    <div className={classes.condition}>
      <Select
        id={`sweep-${path}.parameter`}
        label="Only when"
        size="xs"
        data={others.map((one) => ({ value: one.key, label: parameterTitle(one.key) }))}
        value={when.parameter}
        allowDeselect={false}
        error={form.problemOf(`${path}.parameter`)}
        onChange={(parameter) => parameter && onChange({ when: { parameter, values: [] } })}
      />
      {parent && !parent.isRange ? (
        <MultiSelect
          {...shared}
          data={parent.values.map((value) => ({
            value,
            label: choiceTitle(parent.key, readChoice(parent.key, value) as string),
          }))}
        />
      ) : (
        <TagsInput {...shared} splitChars={[',', ' ']} acceptValueOnBlur />
      )}
      <Button variant="subtle" color="gray" size="compact-xs" onClick={() => onChange({ when: null })}>
        Always
      </Button>
    </div>
  );
}
