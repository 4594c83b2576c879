'use client';

import { MultiSelect } from '@mantine/core';
import classes from './curve-controls.module.css';
import type { Panel } from './panel-plan.ts';

export interface MetricListProps {
  panels: readonly Panel[];
  /** Names of metrics; none for all. */
  chosen: readonly string[];
  /** From the first moment on. */
  isOpen?: boolean;
  onChange: (chosen: string[]) => void;
}

export function MetricList({ panels, chosen, isOpen = false, onChange }: MetricListProps) {
  return (
    <MultiSelect
      size="xs"
      className={classes.metrics ?? ''}
      aria-label="Metrics"
      placeholder={chosen.length === 0 ? 'All charts; choose some' : ''}
      searchable
      clearable
      defaultDropdownOpened={isOpen}
      autoFocus={isOpen}
      data={panels.map(({ description: { title }, metrics: [first] }) => ({
        value: first?.name ?? '',
        label: title,
      }))}
      value={[...chosen]}
      onChange={onChange}
    />
  );
}
