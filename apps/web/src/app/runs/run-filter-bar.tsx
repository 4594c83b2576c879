'use client';

import type { RunSummary } from '@duality/shared';
import { SegmentedControl, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { matchesStatus, type RunFilter, statusFilters } from './run-filter.ts';
import classes from './run-filter-bar.module.css';

interface RunFilterBarProps {
  runs: readonly RunSummary[];
  filter: RunFilter;
  onChange: (filter: RunFilter) => void;
}

export function RunFilterBar({ runs, filter, onChange }: RunFilterBarProps) {
  // The address follows the keyboard one render late, which would move the caret.
  const [text, setText] = useState(filter.text);
  const [adopted, setAdopted] = useState(filter.text);
  if (adopted !== filter.text) {
    setAdopted(filter.text);
    setText(filter.text);
  }
  return (
    <search className={classes.bar} aria-label="Filter runs">
      <TextInput
        type="search"
        className={classes.text ?? ''}
        aria-label="Filter by text"
        placeholder="Name, system, data, reason, #number"
        leftSection={<Search size={15} aria-hidden="true" />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          onChange({ ...filter, text: event.currentTarget.value });
        }}
      />
      <SegmentedControl
        aria-label="Filter by status"
        className={classes.status ?? ''}
        value={filter.status}
        onChange={(status) => onChange({ ...filter, status })}
        data={statusFilters.map((status) => ({
          value: status,
          label: (
            <span>
              {status} <span className={classes.count}>{runs.filter((run) => matchesStatus(run, status)).length}</span>
            </span>
          ),
        }))}
      />
    </search>
  );
}
