'use client';

import type { RunStatus } from '@duality/shared';
import { SegmentedControl, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { FilterHelp } from './filter-help.tsx';
import classes from './run-filter-bar.module.css';
import { countOf, type RunList, statusFilters } from './run-list.ts';

interface RunFilterBarProps {
  /** How many runs the text finds of each status; undefined until it is known. */
  counts: Record<RunStatus, number> | undefined;
  list: RunList;
  /** What is wrong with the text. */
  problem: ReactNode;
  onChange: (list: RunList) => void;
}

export function RunFilterBar({ counts, list, problem, onChange }: RunFilterBarProps) {
  // The address follows the keyboard one render late, which would move the caret.
  const [text, setText] = useState(list.text);
  const [adopted, setAdopted] = useState(list.text);
  if (adopted !== list.text) {
    setAdopted(list.text);
    setText(list.text);
  }
  const write = (written: string) => {
    setText(written);
    onChange({ ...list, text: written });
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
        value={list.status}
        onChange={(status) => onChange({ ...list, status })}
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
