'use client';

import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import { type ConfigValue, fieldTitle, valueTitle } from './config-fields.ts';
import { ConfigValueInput } from './config-value-input.tsx';
import classes from './value-rows.module.css';

/** A value of a config that is to be another, as it was typed. */
export interface ChangedValue {
  key: string;
  value: ConfigValue;
}

interface ValueRowsProps {
  label: string;
  values: readonly ChangedValue[];
  /** What they would be otherwise, and where that is from. */
  usual: Readonly<Record<string, unknown>>;
  source: string;
  idOf: (key: string) => string;
  problemOf: (key: string) => string | undefined;
  onChange: (key: string, value: ConfigValue) => void;
  onRemove: (key: string) => void;
}

/** Values that differ, each with its input and a way back. */
export function ValueRows(props: ValueRowsProps) {
  const { label, values, usual, source, idOf, problemOf, onChange, onRemove } = props;
  return (
    <ul className={classes.rows} aria-label={label}>
      {values.map(({ key, value }) => (
        <li key={key} className={classes.row}>
          <ConfigValueInput
            id={idOf(key)}
            field={key}
            value={value}
            note={`${source}: ${valueTitle(key, usual[key])}`}
            error={problemOf(key)}
            onChange={(next) => onChange(key, next)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`${fieldTitle(key)} as in the ${source}`}
            onClick={() => onRemove(key)}
          >
            <X size={15} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
