import { InputError } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './choice-group.module.css';

interface ChoiceGroupProps {
  title: string;
  /** About the group as a whole. */
  error?: string | undefined;
  children: ReactNode;
}

/** Fields that together answer one question. */
export function ChoiceGroup({ title, error, children }: ChoiceGroupProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out with its fields
    <div role="group" aria-labelledby={id} className={classes.group}>
      <span id={id} className={classes.title}>
        {title}
      </span>
      {children}
      {error && <InputError>{error}</InputError>}
    </div>
  );
}
