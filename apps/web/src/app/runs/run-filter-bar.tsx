'use client';

import type { RunStatus } from '@duality/shared';
import { SegmentedControl, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { FilterHelp } from './filter-help.tsx';
import { countOf, type RunFilter, statusFilters } from './run-filter.ts';
import classes from './run-filter-bar.module.css';

interface RunFilterBarProps {
  /** How many runs the text finds of each status; undefined until it is known. */
  counts: Record<RunStatus, number> | undefined;
  filter: RunFilter;
  /** What is wrong with the text. */
  problem: ReactNode;
  onChange: (filter: RunFilter) => void;
}

export function RunFilterBar({ counts, filter, problem, onChange }: RunFilterBarProps) {
  // The address follows the keyboard one render late, which would move the caret.
  const [text, setText] = useState(filter.text);
  const [adopted, setAdopted] = useState(filter.text);
  if (adopted !== filter.text) {
    setAdopted(filter.text);
    setText(filter.text);
  }
  const write = (written: string) => {
    setText(written);
    onChange({ ...filter, text: written });
  };
  return (
    <search className={classes.bar} aria-label="Filter runs">
      <TextInput
        type="search"
        className={classes.text ?? ''}
        classNames={{ input: classes.input ?? '' }}
        aria-label="Filter by text"
        error={problem}
        errorProps={{ component: 'div' }}
        placeholder="Words, or lr > 1e-4 and last(criticEstimate) < 2"
        autoCapitalize="none"
        autoCorrect="off"
        autoComplete="off"
        spellCheck={false}
        leftSection={<Search size={15} aria-hidden="true" />}
        rightSection={<FilterHelp onChoose={write} />}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
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
              {status} <span className={classes.count}>{counts && countOf(counts, status)}</span>
            </span>
          ),
        }))}
      />
    </search>
  );
}
