'use client';

import type { RunStatus } from '@duality/shared';
import { type ReactNode, useState } from 'react';
import { FilterBox } from './filter-box.tsx';
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
      <FilterBox text={text} problem={problem} onWrite={write} />
      <fieldset className={classes.status}>
        <legend className={classes.hidden}>Filter by status</legend>
        {statusFilters.map((status) => (
          <label key={status} className={classes.choice}>
            <input
              type="radio"
              name="status"
              checked={list.status === status}
              onChange={() => onChange({ ...list, status })}
            />
            {status} <span className={classes.count}>{counts && countOf(counts, status)}</span>
          </label>
        ))}
      </fieldset>
    </search>
  );
}
