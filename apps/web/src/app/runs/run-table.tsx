'use client';

import type { RunSummary } from '@duality/shared';
import { Table, UnstyledButton } from '@mantine/core';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { SortKey } from './run-filter.ts';
import { RunRow } from './run-row.tsx';
import classes from './run-table.module.css';

/** With what the column is sorted by, in the filter's language. */
const columns: { title: string; by?: string }[] = [
  { title: 'Run', by: 'name' },
  { title: 'Status', by: 'status' },
  { title: 'Step', by: 'step' },
  { title: 'Speed' },
  { title: 'Time left' },
  { title: 'Critic estimate', by: 'last(criticEstimate)' },
  { title: 'Started', by: 'startedAt' },
];

interface RunTableProps {
  runs: RunSummary[];
  sort: readonly SortKey[];
  onSort: (by: string) => void;
}

/** A table on wide screens whose rows become cards on narrow ones; the roles stay those of a table. */
export function RunTable({ runs, sort, onSort }: RunTableProps) {
  return (
    <div className={classes.frame}>
      <Table role="table" className={classes.table ?? ''} verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead role="rowgroup" className={classes.head ?? ''}>
          <Table.Tr role="row">
            {columns.map(({ title, by }) => {
              const direction = sort.find((key) => key.by === by)?.direction;
              return (
                <Table.Th
                  key={title}
                  role="columnheader"
                  scope="col"
                  aria-sort={direction ?? (by ? 'none' : undefined)}
                >
                  <span className={by && classes.unsorted}>{title}</span>
                  {by && (
                    <UnstyledButton className={classes.sort ?? ''} onClick={() => onSort(by)}>
                      {title}
                      {direction === 'ascending' && <ArrowUp size={13} aria-hidden="true" />}
                      {direction === 'descending' && <ArrowDown size={13} aria-hidden="true" />}
                    </UnstyledButton>
                  )}
                </Table.Th>
              );
            })}
            <Table.Th role="columnheader" scope="col">
              <span className={classes.hidden}>Actions</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          {runs.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
