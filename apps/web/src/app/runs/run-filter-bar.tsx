'use client';

import type { RunStatus } from '@duality/shared';
import type { ReactNode } from 'react';
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
  return (
    <search className={classes.bar} aria-label="Filter runs">
      <FilterBox text={list.text} problem={problem} onWrite={(text) => onChange({ ...list, text })} />
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
