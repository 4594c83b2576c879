'use client';

import { ActionIcon, SegmentedControl } from '@mantine/core';
import { X } from 'lucide-react';
import { fieldOf, valueTitle } from '#components/config-fields.ts';
import { parameterTitle } from '../describe-space.ts';
import { ConditionFields } from './condition-fields.tsx';
import classes from './sweep-form.module.css';
import { canBeRange, type TypedDimension } from './typed-dimension.ts';
import { TypedField } from './typed-field.tsx';
import type { SweepForm } from './use-sweep-form.ts';
import { ValuesField } from './values-field.tsx';

interface ParameterRowProps {
  typed: TypedDimension;
  form: SweepForm;
}

/** One parameter that varies: choices, or a range, and perhaps a condition. */
export function ParameterRow({ typed, form }: ParameterRowProps) {
  const { key, isRange } = typed;
  const path = `space.${key}`;
  const title = parameterTitle(key);
  const problem = form.problemOf(path) ?? form.problemOf(`${path}.type`);
  const set = (change: Partial<TypedDimension>) => form.setParameter(key, change);
  return (
    <li>
      {/* biome-ignore lint/a11y/useSemanticElements: a legend cannot stand in a line with buttons */}
      <div id={`sweep-${path}`} tabIndex={-1} role="group" aria-label={title} className={classes.row}>
        <div className={classes.rowTop}>
          <h3 className={classes.rowTitle}>{title}</h3>
          <span className={classes.preset}>
            {key === 'preset'
              ? form.preset.name
              : `preset: ${valueTitle(key, form.base[key as keyof typeof form.base])}`}
          </span>
          {canBeRange(key) && (
            <SegmentedControl
              size="xs"
              aria-label={`How ${title} varies`}
              value={isRange ? 'range' : 'choices'}
              data={[
                { value: 'choices', label: 'choices' },
                { value: 'range', label: 'range' },
              ]}
              onChange={(value) => set(value === 'range' ? asRange(typed, form) : { isRange: false })}
            />
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Do not vary ${title}`}
            onClick={() => form.removeParameter(key)}
          >
            <X size={15} />
          </ActionIcon>
        </div>
        {fieldOf(key)?.description && <p className={classes.meaning}>{fieldOf(key)?.description}</p>}
        {problem && (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
        {isRange ? (
          <RangeFields typed={typed} form={form} onChange={set} />
        ) : (
          <ValuesField typed={typed} form={form} onChange={set} />
        )}
        <ConditionFields typed={typed} form={form} onChange={set} />
      </div>
    </li>
  );
}

/** The bounds of the choices that were there, if any. */
function asRange({ key, values, low, high }: TypedDimension, form: SweepForm): Partial<TypedDimension> {
  if (low !== '' && high !== '') return { isRange: true };
  const numbers = values.map(Number).filter(Number.isFinite);
  const preset = Number(form.base[key as keyof typeof form.base]);
  const [least, most] = [Math.min(...numbers, preset), Math.max(...numbers, preset)];
  return { isRange: true, low: String(least), high: String(most) };
}

interface DimensionFieldsProps extends ParameterRowProps {
  onChange: (change: Partial<TypedDimension>) => void;
}

function RangeFields({ typed, form, onChange }: DimensionFieldsProps) {
  const { key, low, high, step, scale } = typed;
  const path = `space.${key}`;
  return (
    <div className={classes.range}>
      <TypedField
        path={`${path}.low`}
        error={form.problemOf(`${path}.low`)}
        label="From"
        value={low}
        onChange={(text) => onChange({ low: text })}
      />
      <TypedField
        path={`${path}.high`}
        error={form.problemOf(`${path}.high`)}
        label="To"
        value={high}
        onChange={(text) => onChange({ high: text })}
      />
      {scale === 'linear' && (
        <TypedField
          path={`${path}.step`}
          error={form.problemOf(`${path}.step`)}
          label="In steps of"
          placeholder={fieldOf(key)?.kind === 'whole' ? '1' : 'any'}
          value={step}
          onChange={(text) => onChange({ step: text })}
        />
      )}
      <div className={classes.scale}>
        <span className={classes.label} aria-hidden="true">
          Drawn evenly
        </span>
        <SegmentedControl
          size="xs"
          aria-label={`Scale of ${parameterTitle(key)}`}
          value={scale}
          data={[
            { value: 'linear', label: 'linear' },
            { value: 'log', label: 'log' },
          ]}
          onChange={(value) => onChange({ scale: value === 'log' ? 'log' : 'linear' })}
        />
      </div>
    </div>
  );
}
